import { endingBefore, lyingAhead } from '#libs/kernel/days';
import { refuse, type Act, type DataOfCommand, type Refusal } from '#libs/kernel/decider';

import type { VolunteerCommand } from './volunteer.commands.js';
import type { VolunteerEvent } from './volunteer.events.js';
import type { KnownVolunteer } from './volunteer.state.js';

export type MergeRefusal =
  | 'nobody_decides_about_themselves'
  | 'record_survives_another'
  | 'survivor_must_be_on_record'
  | 'record_has_others_merged_into_it'
  | 'record_is_merged_once'
  | 'record_must_be_merged'
  | 'day_must_not_lie_ahead'
  | 'end_must_not_precede_beginning';

export interface MergeFacts {
  /** For MergePersons: the survivor is known and not itself merged into another. */
  readonly survivorStands?: boolean;
}

type Decision = readonly VolunteerEvent[] | Refusal<MergeRefusal>;
type Asked<T extends VolunteerCommand['type']> = DataOfCommand<VolunteerCommand, T>;

/** F-08: told by paper that a person looked at, never by a name (F-09). */
export function mergePersons(
  asked: Asked<'MergePersons'>,
  volunteer: KnownVolunteer,
  act: Act,
  { survivorStands = false }: MergeFacts,
): Decision {
  const { survivorId, mergedOn } = asked;
  if (volunteer.status === 'merged')
    return volunteer.survivorId === survivorId && volunteer.mergedOn === mergedOn
      ? []
      : refuse('record_is_merged_once');
  const { organizationId, submittedOn } = volunteer.application;
  const beginning = volunteer.status === 'enrolled' ? volunteer.enrolledOn : submittedOn;
  return (
    barredFromMerging(asked, volunteer, act, survivorStands) ??
    lyingAhead(mergedOn, act) ??
    endingBefore(mergedOn, beginning) ?? [{ type: 'PersonsMerged', data: { ...asked, organizationId } }]
  );
}

function barredFromMerging(
  { volunteerId, survivorId }: Asked<'MergePersons'>,
  { register }: KnownVolunteer,
  { byVolunteer }: Act,
  survivorStands: boolean,
): Refusal<MergeRefusal> | undefined {
  if (volunteerId === survivorId) return refuse('record_survives_another');
  if (!survivorStands) return refuse('survivor_must_be_on_record');
  if (register.duplicates.size > 0) return refuse('record_has_others_merged_into_it');
  return byVolunteer === volunteerId || byVolunteer === survivorId
    ? refuse('nobody_decides_about_themselves')
    : undefined;
}

/** The record is what it was before: they have been two persons all along. */
export function undoMerge(asked: Asked<'UndoMerge'>, volunteer: KnownVolunteer, act: Act): Decision {
  if (volunteer.status !== 'merged') return refuse('record_must_be_merged');
  const { survivorId, mergedOn } = volunteer;
  const { organizationId } = volunteer.application;
  if (act.byVolunteer === asked.volunteerId || act.byVolunteer === survivorId)
    return refuse('nobody_decides_about_themselves');
  return (
    lyingAhead(asked.undoneOn, act) ??
    endingBefore(asked.undoneOn, mergedOn) ?? [{ type: 'MergeUndone', data: { ...asked, organizationId, survivorId } }]
  );
}

export const linkDuplicate = (
  asked: Asked<'LinkDuplicate'>,
  { register: { duplicates } }: KnownVolunteer,
): readonly VolunteerEvent[] =>
  duplicates.has(asked.duplicateId) ? [] : [{ type: 'DuplicateLinked', data: { ...asked } }];

export const unlinkDuplicate = (
  asked: Asked<'UnlinkDuplicate'>,
  { register: { duplicates } }: KnownVolunteer,
): readonly VolunteerEvent[] =>
  duplicates.has(asked.duplicateId) ? [{ type: 'DuplicateUnlinked', data: { ...asked } }] : [];
