import type { AnswerOf } from '../../api/query.js';

/** One person as the register has them now. */
export type Person = AnswerOf<'/api/volunteers/{volunteerId}'>;
