import 'reflect-metadata';
import { KeyObject, webcrypto } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  BasicConstraintsExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
  type X509Certificate,
} from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const day = 86_400_000;

/**
 * An authority of this run alone, and what it gave the nodes: `ca.pem`, `valid.pem`, `expired.pem`, and the nodes' key in
 * `node-key.pem`. No key is ever kept in the project.
 */
export async function makeCertificates(folder: string): Promise<void> {
  const keys = (): Promise<webcrypto.CryptoKeyPair> =>
    webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const [authority, node] = [await keys(), await keys()];
  const validity = (from: number, to: number): { notBefore: Date; notAfter: Date } => ({
    notBefore: new Date(Date.now() + from * day),
    notAfter: new Date(Date.now() + to * day),
  });
  const issuer = 'CN=zhice test authority';
  const ca = await X509CertificateGenerator.createSelfSigned({
    name: issuer,
    keys: authority,
    signingAlgorithm: algorithm,
    ...validity(-30, 30),
    extensions: [new BasicConstraintsExtension(true, 1, true)],
  });
  const issued = (from: number, to: number): Promise<X509Certificate> =>
    X509CertificateGenerator.create({
      subject: 'CN=zhice test node',
      issuer,
      signingKey: authority.privateKey,
      publicKey: node.publicKey,
      signingAlgorithm: algorithm,
      ...validity(from, to),
      extensions: [
        new SubjectAlternativeNameExtension([
          { type: 'ip', value: '127.0.0.1' },
          { type: 'dns', value: 'localhost' },
        ]),
      ],
    });
  const key = KeyObject.from(node.privateKey);
  const files = {
    'ca.pem': ca.toString('pem'),
    'valid.pem': (await issued(-1, 30)).toString('pem'),
    'expired.pem': (await issued(-20, -10)).toString('pem'),
    'node-key.pem': key.export({ type: 'pkcs8', format: 'pem' }),
  };
  for (const [name, pem] of Object.entries(files)) await writeFile(path.join(folder, name), pem, { mode: 0o600 });
}
