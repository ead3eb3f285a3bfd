import type { BundleCheck, BundleStep } from '#libs/proof/bundle-checks';

/** What each step shows when it passes. */
export const stepWords: Readonly<Record<BundleStep, string>> = {
  policy: '检查点由认可的台账签名、由足够的见证人见证',
  held: '与另外得到的检查点相符',
  keys: '写入密钥在台账之中，未被替换',
  entries: '每条记录都在台账之中，形式规范，前后相接',
  signatures: '每条记录的写入签名有效',
  complete: '这个人的记录没有缺漏，最新的一条也在',
  times: '没有记录晚于见证时间',
  figures: '重算的分钟数与所报相符',
};

/** What a finding means, for somebody who is no technician. */
export const checkWords: Readonly<Record<BundleCheck, string>> = {
  NOTE: '检查点不成形，读不出来',
  LOG_SIG: '检查点上没有策略文件所认台账的有效签名',
  QUORUM: '见证人的签名不够',
  ORIGIN: '检查点属于另一份台账',
  STALE: '见证的时间太久远',
  OLDER_THAN_HELD: '比您手里的检查点还旧：可能有意略去了后来的记录',
  FORK_SAME_SIZE: '与您手里的检查点条数相同而内容不同：有人保存着两份不同的台账',
  LOG_KEY_REVOKED: '签检查点的台账密钥在台账里已经作废',
  KEY_INCLUSION: '写入密钥的登记不在台账之中',
  INCLUSION: '这条记录不在检查点所指的台账之中，或内容被改动过',
  ORDER: '记录的先后次序不对',
  STREAM: '混入了不属于此人的记录',
  HEADS_INCLUSION: '各流末条的总表不在台账之中',
  HEADS_MAP: '各流末条的总表与所附证明不符',
  HEAD_MISMATCH: '缺少记录：总表中的末条与文件里的末条不同',
  FUTURE: '记入时间晚于见证时间',
  FIGURE_MISMATCH: '由记录重算的分钟数与所报的不同',
  NON_CANONICAL: '记录不是规范形式',
  TOO_LARGE: '记录超过 65,535 字节',
  LOG: '记录属于另一份台账',
  PLACE: '记录自述的流、版次、编号或类型与存放处不符',
  REV_GAP: '版次不连续，其间的记录不见了或多出来了',
  CHAIN: '与前一条的哈希接不上：前一条或本条被改动过',
  DUP_ID: '同一编号的记录出现了两次',
  KEY_UNKNOWN: '写入密钥没有登记，或登记在后',
  KEY_REVOKED: '写入密钥已经作废',
  KEY_ID: '写入密钥的编号与公钥不符',
  WRITER_SIG: '写入签名不符',
  ENC_KID: '密文所用的密钥没有在本流登记，或与登记不符',
  TIME_BACK: '记入时间早于前面的记录',
};
