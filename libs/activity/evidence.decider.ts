import { refuse, type Act, type DataOfCommand, type Refusal } from '#libs/kernel/decider';
import type { ActivityEvent } from './activity.events.js';
import type { ActivityFacts } from './activity.facts.js';
import type { Evidence, PlannedActivity } from './activity.state.js';
import type { SessionCommand } from './session.commands.js';

export type EvidenceRefusal =
  | 'evidence_file_must_be_stored'
  | 'evidence_is_added_once'
  | 'evidence_names_a_session_of_the_activity'
  | 'photo_of_a_minor_needs_guardian_consent';

type Asked = DataOfCommand<SessionCommand, 'AddEvidence'>;

/** The paper, not its truth: people look at it. */
export function addEvidence(
  asked: Asked,
  activity: PlannedActivity,
  act: Act,
  { file }: ActivityFacts,
): readonly ActivityEvent[] | Refusal<EvidenceRefusal> {
  const { showsMinor = false, hasGuardianConsent = false } = asked;
  const known = activity.evidence.get(asked.evidenceId);
  if (known) return isSame(known, asked) ? [] : refuse('evidence_is_added_once');
  if (asked.sessionId && !activity.sessions.has(asked.sessionId))
    return refuse('evidence_names_a_session_of_the_activity');
  // F-42, 未成年人保护法.
  if (showsMinor && !hasGuardianConsent) return refuse('photo_of_a_minor_needs_guardian_consent');
  if (!file) return refuse('evidence_file_must_be_stored');
  const { organizationId } = activity;
  const data = { ...asked, ...file, organizationId, addedOn: act.today, showsMinor, hasGuardianConsent };
  return [{ type: 'EvidenceAdded', data }];
}

const isSame = ({ kind, sha256 }: Evidence, asked: Asked): boolean =>
  kind === asked.evidenceKind && sha256 === asked.sha256;
