import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { BoxBroken, isBoxKey, isSealedBox, openBox } from '#libs/privacy/sealed-box';
import { CliFault, usageFault } from './cli-fault.js';
import { textAt } from './policy-file.js';

const howTo =
  '审计人自己做一对：openssl genpkey -algorithm X25519 -out 审计.pem；openssl pkey -in 审计.pem -pubout -out 审计公钥.pem，只交公钥。';

function x25519(name: string, read: () => KeyObject): KeyObject {
  try {
    const key = read();
    if (isBoxKey(key)) return key;
  } catch {
    // What OpenSSL says of it helps nobody here.
  }
  throw new CliFault(`${name} 不是 X25519 密钥（PEM）。`, howTo);
}

/** Throws CliFault. */
export async function boxKeyAt(name: string): Promise<KeyObject> {
  const pem = await textAt(name);
  return x25519(name, () => createPublicKey(pem));
}

/** What was sealed for an auditor, opened with the auditor's own key; any other text as it is. Throws CliFault. */
export async function openedBox(text: string, keyFile: string | undefined): Promise<string> {
  if (!isSealedBox(text)) return text;
  if (keyFile === undefined) throw usageFault('文件已加密给审计人。', '请加 --key <审计人的私钥文件>。');
  const pem = await textAt(keyFile);
  const own = x25519(keyFile, () => createPrivateKey(pem));
  try {
    return openBox(text, own);
  } catch (error) {
    if (error instanceof BoxBroken)
      throw new CliFault('文件打不开：不是加密给这把私钥的，或被改动过。', '请核对私钥，并请台账单位重新提供。');
    throw error;
  }
}
