import { describe, expect, it } from '@jest/globals';
import type { Act } from '#libs/kernel/decider';
import type { OrganizationId } from '#libs/kernel/ids';
import { refusedAs, someAct } from '#libs/kernel/specification';
import type { Minutes } from '#libs/kernel/time';
import type { RecordServiceHours } from './entry.commands.js';
import type { HoursEvent } from './hours.events.js';
import { at, attester, credited, day, entryId, folded, idOf, ofEntry, volunteerId, when } from './hours.examples.js';
import {
  whenServiceHoursAreAttestedThenTheyAreCredited,
  whenServiceHoursAreMovedThenTheRightPersonIsCredited,
} from './hours.reactions.js';
import { creditedMinutes } from './hours.state.js';

const deed: RecordServiceHours = {
  volunteerId,
  entryId: entryId(1),
  organizationId: idOf<OrganizationId>(6),
  kind: 'INDIVIDUAL',
  servedOn: day('2026-06-30'),
  startsAt: at('09:00'),
  endsAt: at('11:00'),
  serviceMinutes: 120 as Minutes,
  provenance: 'WITNESSED',
  content: '为邻居老人买药',
  inWorkingTime: false,
  ownDuties: false,
  rewarded: false,
};
const record = (changes: Partial<RecordServiceHours> = {}) =>
  ({ type: 'RecordServiceHours', data: { ...deed, ...changes } }) as const;
const attest = { type: 'AttestServiceHours', data: ofEntry() } as const;
const byAttester: Act = { ...someAct, by: attester };
const recorded = when([], record()) as HoursEvent[];

describe('recording hours of no session', () => {
  it('is a claim of the day, and counts nothing', () => {
    const { inWorkingTime: _time, ownDuties: _duties, rewarded: _rewarded, ...claim } = deed;
    expect(recorded).toEqual([
      { type: 'ServiceHoursRecorded', data: { ...claim, recordedBy: someAct.by, recordedOn: '2026-07-01' } },
    ]);
    expect(creditedMinutes(folded(...recorded))).toBe(0);
  });

  it('says nothing when repeated, and refuses something else under the same id', () => {
    expect(when(recorded, record())).toEqual([]);
    expect(refusedAs(when(recorded, record({ serviceMinutes: 119 as Minutes })))).toBe('entry_is_written_once');
    expect(refusedAs(when([credited()], record()))).toBe('entry_is_written_once');
  });

  it.each<[Partial<RecordServiceHours>, string | undefined]>([
    [{ inWorkingTime: true }, undefined],
    [{ ownDuties: true }, undefined],
    [{ inWorkingTime: true, ownDuties: true }, 'own_duties_in_working_time_are_no_service'],
    [{ rewarded: true }, 'rewarded_service_is_not_credited'],
    [{ kind: 'EXTERNAL', provenance: 'EXTERNAL' }, 'source_body_must_be_named'],
    [{ kind: 'EXTERNAL', provenance: 'EXTERNAL', sourceBody: '示例社区' }, undefined],
    [{ kind: 'EXTERNAL', provenance: 'WITNESSED', sourceBody: '示例社区' }, 'provenance_must_fit_the_kind'],
    [
      { kind: 'BROUGHT_FORWARD', provenance: 'BROUGHT_FORWARD', sourceBody: '原登记簿' },
      'brought_forward_rests_on_its_page',
    ],
    [
      {
        ...{ kind: 'BROUGHT_FORWARD', provenance: 'BROUGHT_FORWARD', sourceBody: '原登记簿' },
        evidenceHash: 'a1'.repeat(32),
      },
      undefined,
    ],
    [{ kind: 'PAIRED_AID', provenance: 'EXTERNAL' }, 'provenance_must_fit_the_kind'],
    [{ kind: 'STATION_DUTY', provenance: 'MEASURED' }, undefined],
    [{ servedOn: day('2026-07-02') }, 'service_must_have_happened'],
    [{ endsAt: at('09:00') }, 'service_must_end_after_it_starts'],
    [{ serviceMinutes: 121 as Minutes }, 'minutes_must_fit_the_span'],
    [{ endsOn: day('2026-07-01'), endsAt: at('00:30') }, undefined],
    [{ servedOn: day('2026-06-29'), endsOn: day('2026-07-01') }, 'service_must_end_by_the_next_day'],
  ])('of %j', (changes, refusal) => {
    expect(refusedAs(when([], record(changes)))).toBe(refusal);
  });

  it.each([
    ['2026-07-15', undefined],
    ['2026-07-16', 'late_entry_must_give_a_reason'],
  ])('of a service of 2026-07-01, recorded on %s', (today, refusal) => {
    const act: Act = { ...someAct, today: day(today) };
    const asked = { servedOn: day('2026-07-01') };
    expect(refusedAs(when([], record(asked), act))).toBe(refusal);
    expect(refusedAs(when([], record({ ...asked, lateReasonCode: 'OTHER' }), act))).toBeUndefined();
  });

  it('of oneself is a declaration, whatever one calls it', () => {
    const own: Act = { ...someAct, byVolunteer: volunteerId };
    expect(refusedAs(when([], record(), own))).toBe('provenance_must_fit_the_kind');
    expect(when([], record({ provenance: 'DECLARED' }), own)).toHaveLength(1);
  });
});

describe('attesting hours of no session', () => {
  it('is for another person than the recorder and the volunteer, once', () => {
    expect(refusedAs(when(recorded, attest))).toBe('recorder_and_attester_must_differ');
    expect(refusedAs(when(recorded, attest, { ...byAttester, byVolunteer: volunteerId }))).toBe(
      'nobody_decides_on_their_own_hours',
    );
    const attested = when(recorded, attest, byAttester) as HoursEvent[];
    expect(attested).toMatchObject([
      { type: 'ServiceHoursAttested', data: { attestedBy: attester, attestedOn: '2026-07-01' } },
    ]);
    expect(when([...recorded, ...attested], attest, byAttester)).toEqual([]);
    expect(refusedAs(when([], attest, byAttester))).toBe('claim_must_be_recorded');
  });

  it('or declining them: then nobody attests them any more', () => {
    const decline = { type: 'DeclineServiceHours', data: { ...ofEntry(), reason: '无人见证' } } as const;
    const declined = when(recorded, decline) as HoursEvent[];
    expect(declined).toMatchObject([{ type: 'ServiceHoursDeclined', data: { serviceMinutes: 120 } }]);
    expect(when([...recorded, ...declined], decline)).toEqual([]);
    expect(refusedAs(when([...recorded, ...declined], attest, byAttester))).toBe('declined_entry_stays_declined');
  });
});

describe('taking back a claim', () => {
  const withdraw = { type: 'WithdrawServiceHours', data: { ...ofEntry(), reason: '记错日期' } } as const;
  const decline = { type: 'DeclineServiceHours', data: { ...ofEntry(), reason: '无人见证' } } as const;

  it('is for whoever recorded it, once, and nothing comes of it any more', () => {
    const withdrawn = when(recorded, withdraw) as HoursEvent[];
    expect(withdrawn).toMatchObject([
      { type: 'ServiceHoursClaimWithdrawn', data: { serviceMinutes: 120, withdrawnBy: someAct.by } },
    ]);
    const past = [...recorded, ...withdrawn];
    expect(when(past, withdraw)).toEqual([]);
    expect(creditedMinutes(folded(...past))).toBe(0);
    for (const asked of [attest, decline])
      expect(refusedAs(when(past, asked, byAttester))).toBe('withdrawn_claim_stays_withdrawn');
    expect(refusedAs(when(recorded, withdraw, byAttester))).toBe('claim_is_withdrawn_by_who_recorded_it');
    expect(refusedAs(when([], withdraw))).toBe('claim_must_be_recorded');
  });

  it('is too late when somebody has attested or declined it', () => {
    for (const decided of [attest, decline]) {
      const past = [...recorded, ...(when(recorded, decided, byAttester) as HoursEvent[])];
      expect(refusedAs(when(past, withdraw))).toBe('decided_claim_is_not_withdrawn');
    }
  });
});

describe('what follows', () => {
  const attested = (changes: Partial<RecordServiceHours>) => {
    const past = when([], record(changes)) as HoursEvent[];
    const [event] = when(past, attest, byAttester) as HoursEvent[];
    if (event?.type !== 'ServiceHoursAttested') throw new Error('nothing was attested');
    return whenServiceHoursAreAttestedThenTheyAreCredited.on.ServiceHoursAttested?.(event);
  };

  it('from an attestation is one credit, under the id of the claim', () => {
    expect(attested({})).toMatchObject([
      {
        type: 'CreditServiceHours',
        data: { entryId: entryId(1), kind: 'INDIVIDUAL', endedOn: '2026-06-30', attestedBy: attester },
      },
    ]);
  });

  it('from a night are two, each of its own day, both due from the end', () => {
    const night = {
      startsAt: at('23:00'),
      endsOn: day('2026-07-01'),
      endsAt: at('00:30'),
      serviceMinutes: 90 as Minutes,
    };
    expect(attested(night)).toMatchObject([
      { data: { entryId: entryId(1), servedOn: '2026-06-30', serviceMinutes: 60, endedOn: '2026-07-01' } },
      { data: { servedOn: '2026-07-01', serviceMinutes: 30, endedOn: '2026-07-01' } },
    ]);
  });

  it('from a move is the same service on the ledger of the right person', () => {
    const { data } = credited();
    const moved = {
      type: 'ServiceHoursMoved',
      data: {
        ...{ ...data, toVolunteerId: idOf<typeof volunteerId>(9), toEntryId: entryId(7) },
        ...{ movedBy: someAct.by, movedOn: day('2026-07-01') },
      },
    } as const;
    expect(whenServiceHoursAreMovedThenTheRightPersonIsCredited.on.ServiceHoursMoved?.(moved)).toMatchObject([
      {
        type: 'CreditServiceHours',
        data: {
          ...{ volunteerId: idOf(9), entryId: entryId(7), replaces: entryId(1), serviceMinutes: 120 },
          ...{ recordedBy: data.recordedBy, attestedBy: someAct.by },
        },
      },
    ]);
  });
});
