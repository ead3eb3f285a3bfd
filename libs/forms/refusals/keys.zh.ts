/** Of `sys-keys`. */
export const keysRefusals: Readonly<
  Record<'writer_key_id_must_be_new' | 'key_must_be_known' | 'key_in_use_must_stay', string>
> = {
  writer_key_id_must_be_new: '这把密钥已经登记过或已经作废，不能再登记；请生成新的密钥。',
  key_must_be_known: '台账里没有登记过这把密钥；用 zhice keys 查看。',
  key_in_use_must_stay: '这把密钥正在使用，不能作废；请先更换（zhice keys rotate），并重启所有进程。',
};
