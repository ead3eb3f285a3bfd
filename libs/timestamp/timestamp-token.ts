import { webcrypto } from 'node:crypto';
import { fromBER } from 'asn1js';
import {
  Certificate,
  ContentInfo,
  CryptoEngine,
  ExtKeyUsage,
  setEngine,
  SignedData,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

/** RFC 3161: what a trusted third party says it saw, and when. */
export interface TimestampToken {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Hex. */
  readonly serialNumber: string;
  /** Name of the authority as its certificate says it. */
  readonly authority: string;
}

/** `form` the file is no token; `refused` the authority gave none; the others say what does not hold. */
export type TokenFault = 'form' | 'refused' | 'imprint' | 'signature' | 'chain' | 'purpose';

export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  constructor(
    readonly why: TokenFault,
    detail = '',
  ) {
    super(detail === '' ? why : `${why}: ${detail}`);
  }
}

const signedDataType = '1.2.840.113549.1.7.2';
const tokenInfoType = '1.2.840.113549.1.9.16.1.4';
const extendedKeyUsage = '2.5.29.37';
const timeStamping = '1.3.6.1.5.5.7.3.8';

/** The library takes the web's cryptography, which Node has too. */
setEngine('node', new CryptoEngine({ name: 'node', crypto: webcrypto as never }));

const arrayOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/**
 * Checks a token (`.tsr` of `openssl ts`, or the bare token) over `data` against certificates that are believed (PEM), as of the time
 * that it says. Throws TokenRefused.
 */
export async function verifyTimestamp(asked: {
  readonly token: Uint8Array;
  readonly data: Uint8Array;
  readonly trustedPem: string;
}): Promise<TimestampToken> {
  const signed = signedDataIn(asked.token);
  const info = infoIn(signed);
  if (!(await imprintHolds(info, asked.data))) throw new TokenRefused('imprint');
  const signer = await verifiedSigner(signed, { ...asked, time: info.genTime });
  return {
    time: info.genTime.getTime(),
    serialNumber: Buffer.from(info.serialNumber.valueBlock.valueHexView).toString('hex'),
    authority: signer.subject.typesAndValues.map(({ value }) => String(value.valueBlock.value)).join(' '),
  };
}

function signedDataIn(token: Uint8Array): SignedData {
  const { result, offset } = fromBER(arrayOf(token));
  if (offset !== token.byteLength) throw new TokenRefused('form', 'not DER, or more than a token');
  const content = contentIn(result);
  if (content.contentType !== signedDataType) throw new TokenRefused('form', `content of type ${content.contentType}`);
  return parsed(() => new SignedData({ schema: content.content as never }));
}

function contentIn(schema: unknown): ContentInfo {
  const response = attempt(() => new TimeStampResp({ schema: schema as never }));
  if (!response) return parsed(() => new ContentInfo({ schema: schema as never }));
  // 0 granted, 1 granted with modifications; a refusal holds no token.
  if (!response.timeStampToken) throw new TokenRefused('refused', `status ${response.status.status}`);
  return response.timeStampToken;
}

function infoIn({ encapContentInfo }: SignedData): TSTInfo {
  const bytes = encapContentInfo.eContent?.getValue();
  if (encapContentInfo.eContentType !== tokenInfoType || !bytes) throw new TokenRefused('form', 'signs no time');
  return parsed(() => TSTInfo.fromBER(bytes));
}

const imprintHolds = (info: TSTInfo, data: Uint8Array): Promise<boolean> =>
  info.verify({ data: arrayOf(data) }).catch(() => false);

/** Signature first without any chain, then the chain: so that each is named when it is the one that does not hold. */
async function verifiedSigner(
  signed: SignedData,
  { data, trustedPem, time }: { readonly data: Uint8Array; readonly trustedPem: string; readonly time: Date },
): Promise<Certificate> {
  const trustedCerts = certificatesIn(trustedPem);
  const given = { signer: 0, data: arrayOf(data), trustedCerts, checkDate: time, extendedMode: true as const };
  const alone = await signed.verify({ ...given, checkChain: false }).catch(failed);
  if (alone.signatureVerified !== true) throw new TokenRefused('signature', alone.message);
  const chained = await signed.verify({ ...given, checkChain: true }).catch(failed);
  if (chained.signerCertificateVerified !== true) throw new TokenRefused('chain', chained.message);
  const { signerCertificate } = chained;
  if (!signerCertificate || !isForTime(signerCertificate)) throw new TokenRefused('purpose');
  return signerCertificate;
}

interface Failed {
  readonly message: string;
  readonly signatureVerified?: boolean | null;
  readonly signerCertificateVerified?: boolean | null;
  readonly signerCertificate?: Certificate | null;
}
/** The library throws what it finds. */
const failed = (error: unknown): Failed => error as Failed;

/** RFC 3161 2.3: a certificate for nothing but time-stamping, and it says so critically. */
function isForTime({ extensions = [] }: Certificate): boolean {
  const usage = extensions.find(({ extnID }) => extnID === extendedKeyUsage);
  const purposes = usage?.parsedValue instanceof ExtKeyUsage ? usage.parsedValue.keyPurposes : [];
  return usage?.critical === true && purposes.length === 1 && purposes[0] === timeStamping;
}

function certificatesIn(pem: string): Certificate[] {
  const blocks = [...pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g)];
  if (blocks.length === 0) throw new TokenRefused('chain', 'no certificate is believed');
  return blocks.map(([, base64 = '']) => parsed(() => Certificate.fromBER(arrayOf(Buffer.from(base64, 'base64')))));
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

function parsed<T>(make: () => T): T {
  const made = attempt(make);
  if (made === undefined) throw new TokenRefused('form');
  return made;
}
