import { mayGiveForOthers, useMe, type Me } from '../../../frame/session.js';
import { CommandButton } from '../../../parts/command-form.js';
import type { RowOf } from '../../../api/query.js';

type Row = RowOf<'/api/volunteers/{volunteerId}/disputes'>;

/** Why it may go to the level above now, if somebody like this may send it there (F-27). */
export function reasonToEscalate(row: Row, me: Me): 'OVERDUE' | 'APPEAL' | undefined {
  const isConcerned = me.volunteerId === row.volunteerId || me.accountId === row.raisedBy;
  if (row.outcome === null) {
    const may = isConcerned || mayGiveForOthers(me, 'EscalateServiceHoursDispute');
    return may && row.overdue ? 'OVERDUE' : undefined;
  }
  return isConcerned && row.outcome !== 'UPHELD' ? 'APPEAL' : undefined;
}

/** To the organization above: an answer that is late, or one that is not accepted. */
export function Escalate({ row }: { readonly row: Row }) {
  const reasonCode = reasonToEscalate(row, useMe());
  if (reasonCode === undefined) return null;
  const { volunteerId, year, disputeId } = row;
  const isAppeal = reasonCode === 'APPEAL';
  return (
    <CommandButton<'/api/hours/{volunteerId}/{year}/disputes/{disputeId}/escalation', object>
      title={isAppeal ? '不服答复，转上一级' : '逾期未答复，转上一级'}
      label={isAppeal ? '申诉' : '转上一级'}
      okText="转上一级"
      path="/api/hours/{volunteerId}/{year}/disputes/{disputeId}/escalation"
      given={() => ({ path: { volunteerId, year, disputeId }, body: { reasonCode } })}
    >
      <p>
        {isAppeal
          ? '由上一级党组织重新答复，原答复保留；答复期限从今天重新起算，您会收到通知。'
          : '答复期限已过，改由上一级党组织答复；答复期限从今天重新起算，本人会收到通知。'}
      </p>
    </CommandButton>
  );
}
