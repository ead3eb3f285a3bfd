import type { AuditCheck, AuditStep } from '#libs/proof/audit-report';

/** What each of the thirteen questions asks. */
export const stepWords: Readonly<Record<AuditStep, string>> = {
  V1: '每条记录形式规范，属于本台账',
  V2: '每条记录与封存时的哈希一致',
  V3: '整本台账重算的根与签名的检查点一致',
  V4: '检查点由认可的台账签名、由足够的见证人见证',
  V5: '与另外保管的检查点一致：没有倒退、分叉、改写',
  V6: '每个流的版次连续、前后相接，编号不重复',
  V7: '每条记录由当时有效的写入密钥签名，密文用的是本流登记的密钥',
  V8: '记入时间没有倒退，与见证时间不矛盾',
  V9: '存储中的记录与封存的记录一一对应',
  V10: '每一份流首图都能由台账重算出来',
  V11: '封存的哈希瓦片没有被改动',
  V12: '每张视图表与台账重新折算的结果一致',
  V13: '最近一次见证没有过期',
};

interface Words {
  /** What it is, as a sentence without its full stop. */
  readonly is: string;
  /** What to do about it. */
  readonly do: string;
}

const keepEvidence = '立即停止写入，保留数据库和日志原样，从备份核对这一条';
const askUnit = '向台账单位索取原件并保留双方文件作为证据，报纪检或审计部门';

export const checkWords: Readonly<Record<AuditCheck, Words>> = {
  NON_CANONICAL: { is: '记录不是规范形式，有人改动过存储的文字', do: keepEvidence },
  TOO_LARGE: { is: '记录超过 65,535 字节', do: keepEvidence },
  LOG: { is: '记录属于另一份台账，是搬来的', do: keepEvidence },
  LEAF: { is: '记录的内容与封存时不同', do: keepEvidence },
  ROOT_MISMATCH: { is: '整本台账重算的根与签名时不同，签名之后有记录被改动', do: keepEvidence },
  LOG_SHORT: {
    is: '台账比已签名的检查点短，末尾的记录不见了',
    do: '立即停止写入，从备份找回缺少的记录，见 docs/operations.md',
  },
  NOTE: { is: '检查点文件残缺或夹带了别的内容', do: '重新取得检查点原件；表 proof.checkpoint 被改动的，查明是谁' },
  SIZE: {
    is: '检查点所写的条数不合规或与存放处不符',
    do: '重新取得检查点原件；表 proof.checkpoint 被改动的，查明是谁',
  },
  ORIGIN: { is: '检查点属于另一份台账', do: '核对是否拿错了文件或数据库' },
  LOG_SIG: { is: '检查点没有策略文件所认台账的有效签名', do: '核对策略文件与纸面密钥记录；相符仍不过的，' + askUnit },
  QUORUM: { is: '最新的检查点见证人不够', do: '请见证人补签；见证人说签过的，' + askUnit },
  ROLLBACK: {
    is: '台账比另外保管的检查点旧：恢复过旧备份，或被回退',
    do: '停止写入，找回缺少的记录；找不回的，' + askUnit,
  },
  FORK_SAME_SIZE: { is: '同样条数有两个不同的根，台账分成了两份，这本身就是证据', do: askUnit },
  INCONSISTENT: { is: '台账不是由另外保管的检查点延续而来，历史被改写过', do: askUnit },
  PLACE: { is: '记录自述的流、版次、编号或类型与存放处不符', do: keepEvidence },
  REV_GAP: { is: '流中的版次不连续，有记录不见了、多出来了或调换了', do: keepEvidence },
  CHAIN: { is: '与本流前一条的哈希接不上，前一条或本条被改动过', do: keepEvidence },
  DUP_ID: { is: '同一编号的记录出现了两次', do: keepEvidence },
  KEY_UNKNOWN: {
    is: '写入密钥不在 sys-keys 中，不是本系统写的',
    do: keepEvidence + '；换过 writer.pem 的，恢复原来的文件',
  },
  KEY_REVOKED: { is: '写入密钥已经作废', do: '查明作废之后谁还持有这把密钥；' + keepEvidence },
  KEY_ID: { is: '写入密钥的编号与公钥不符', do: keepEvidence },
  WRITER_SIG: { is: '写入签名不符，记录被改动或是绕过系统写入的', do: keepEvidence },
  ENC_KID: { is: '密文所用的密钥没有在本流登记，密文是从别处搬来的', do: keepEvidence },
  TIME_BACK: { is: '记入时间比前面的记录早两分钟以上', do: '核对服务器时钟；时钟无误的，按倒填时间查处' },
  BACKDATED: { is: '记入时间早于一份还没有它的检查点的见证时间，是倒填的', do: '按倒填时间查处，核对当时的接口日志' },
  FUTURE: { is: '记入时间晚于已经包含它的检查点的见证时间', do: '核对服务器时钟；时钟无误的，按虚填时间查处' },
  UNLOGGED_EVENT: { is: '存储中有没有封存的记录', do: '查看表 proof.quarantine 中它没有通过的检查，查明是谁写入的' },
  STORE_MISSING: { is: '封存过的记录不在存储中了', do: '立即停止写入，从备份找回这一条' },
  ORDER: {
    is: '封存的顺序与台账的顺序不一致，封存表被改动过',
    do: '核对表 proof.entry；台账本身无误的，从台账重建封存表',
  },
  HEADS_ROOT: { is: '流首图与台账不符，有整条流或最新的记录被漏掉', do: keepEvidence },
  TILE: { is: '封存的哈希瓦片与记录不符，记录本身无误', do: '查明是谁改动过表 proof.tile，从台账重建瓦片' },
  PROJ_DIFF: { is: '视图表的一行与台账不符', do: '执行 zhice rebuild 更正，查明谁改动过，依据它打印的表格重新打印' },
  PROJ_EXTRA: {
    is: '视图表多出一行，台账里没有',
    do: '执行 zhice rebuild 更正，查明谁改动过，依据它打印的表格重新打印',
  },
  PROJ_MISSING: { is: '视图表缺少一行', do: '执行 zhice rebuild 更正，查明谁改动过，依据它打印的表格重新打印' },
  PROJ_STOPPED: { is: '视图停在某条记录上，没有比对', do: '执行 zhice status 查看原因，修复后 zhice resume' },
  PROJ_ATTESTED: {
    is: '台账里存证的视图根与重新折算的不同',
    do: '查明存证以后折算规则或台账是否有变，依据当时的存证重新核对',
  },
  STALE: { is: '最近一次见证已经过期', do: '请见证人补签，核对见证人的网址和机器' },
  NO_CHECKPOINT: { is: '这份台账还没有签过名的检查点', do: '执行 zhice checkpoint' },
};
