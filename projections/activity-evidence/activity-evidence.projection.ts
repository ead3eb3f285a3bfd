import type { ActivityEvent } from '#libs/activity/activity.events';
import { table, type Projection } from '#libs/projection-engine/projection';
import { ActivityEvidence } from './activity-evidence.entity.js';

const evidence = table<ActivityEvidence, ActivityEvent>()({
  entity: ActivityEvidence,
  keyOf: { EvidenceAdded: ({ evidenceId }): Pick<ActivityEvidence, 'evidenceId'> => ({ evidenceId }) },
  empty: (key): ActivityEvidence => key as ActivityEvidence,
  on: {
    EvidenceAdded: (row, data): ActivityEvidence => ({
      ...row,
      activityId: data.activityId,
      organizationId: data.organizationId,
      sessionId: data.sessionId ?? null,
      evidenceKind: data.evidenceKind,
      sha256: data.sha256,
      bytes: data.bytes,
      contentType: data.contentType,
      addedOn: data.addedOn,
      showsMinor: data.showsMinor,
      caption: data.caption ?? null,
    }),
  },
});

/** Answers: what proves that an activity took place, and was the same file shown for another one (F-31)? */
export const activityEvidence: Projection = {
  name: 'activity-evidence',
  version: 1,
  opens: ['free'],
  tables: [evidence],
};
