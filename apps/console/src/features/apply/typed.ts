import type { Dayjs } from 'dayjs';
import type { Given } from '../../api/give.js';

export type Body = Given<'/api/volunteers'>['body'];
/** What stands in the fields. */
export type Typed = Omit<Body, 'volunteerId' | 'submittedOn' | 'mobiles' | 'source' | 'onBehalf' | 'consents'> & {
  readonly submittedOn: Dayjs;
  readonly mobile?: string;
  readonly source: Body['source'];
  readonly agreed?: boolean;
  readonly healthAgreed?: boolean;
};
