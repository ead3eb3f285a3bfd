import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { checkpointText, readCheckpoint, rootGroups } from './checkpoint.js';
import { keyTypes, lineOf, NotANote, readNote, signedBy, signerKey, signNote, verifierKey, writeNote } from './note.js';
import { NotAPolicy, openNote, readPolicy } from './policy.js';
import { leafHashOf } from './tree.js';

const pem = (): string => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
const log = signerKey('ledger.example.org/zhice', keyTypes.log, pem());
const party = signerKey('witness.example.org/higher', keyTypes.witness, pem());
const discipline = signerKey('witness.example.org/discipline', keyTypes.witness, pem());
const checkpoint = { origin: log.name, size: 1_000_000, root: leafHashOf(Buffer.from('root')) };
const text = checkpointText(checkpoint);
const second = 1_795_000_000;
const signed = (...keys: (typeof log)[]) =>
  readNote(writeNote({ text, signatures: keys.map((key) => signNote(text, key, second)) }));
const policy = readPolicy(`# from paper
log ${log.text}
witness higher ${party.text}
witness discipline ${discipline.text}
group both 2 higher discipline
quorum both
`);

describe('A key on paper', () => {
  it('is read back', () => {
    expect(verifierKey(log.text)).toMatchObject({ name: log.name, id: log.id, type: keyTypes.log });
    expect(verifierKey(party.text).type).toBe(keyTypes.witness);
  });

  it.each([
    ['of another name', log.text.replace('ledger', 'iedger')],
    ['with a digit changed', log.text.replace(/\+[0-9a-f]/, (digit) => (digit === '+0' ? '+1' : '+0'))],
    ['without its bytes', log.text.slice(0, -2)],
    ['of nothing', ''],
  ])('is refused %s', (_, wrong) => expect(() => verifierKey(wrong)).toThrow(NotANote));

  it.each(['with blank', 'with\u3000wide blank', 'plus+', ''])('cannot be named %j', (name) =>
    expect(() => signerKey(name, keyTypes.log, pem())).toThrow(TypeError),
  );
});

describe('A signed note', () => {
  it('opens under the keys that signed it, and says when a witness saw it', () => {
    expect(signedBy(signed(log, party), log)).toBe(0);
    expect(signedBy(signed(log, party), party)).toBe(second);
    expect(signedBy(signed(log, party), discipline)).toBeUndefined();
  });

  it('does not open when a letter of its text, or when its second, was changed', () => {
    const note = signed(log, party);
    expect(signedBy({ ...note, text: text.replace('1000000', '1000001') }, log)).toBeUndefined();
    const [own, theirs] = note.signatures;
    theirs!.signature.writeBigUInt64BE(BigInt(second + 1));
    expect(signedBy({ text, signatures: [own!, theirs!] }, party)).toBeUndefined();
  });

  it('does not open when two lines bear one key: one of them is a lie', () =>
    expect(signedBy(signed(log, log), log)).toBeUndefined());

  it('is refused when a name only looks like ours', () => {
    const homoglyph = lineOf({ ...signNote(text, log), name: log.name.replace('o', 'о') });
    expect(signedBy(readNote(`${text}\n${homoglyph}`), log)).toBeUndefined();
  });

  const whole = writeNote(signed(log, party));
  it.each([
    ['carriage returns', whole.replaceAll('\n', '\r\n')],
    ['17 signatures', `${text}\n${lineOf(signNote(text, log)).repeat(17)}`],
    ['more than 16 KiB', `${'x'.repeat(16_384)}\n${whole}`],
    ['no blank line', whole.replace('\n\n', '\n')],
    ['no last newline', whole.slice(0, -1)],
    ['a signature that is not base64', whole.replace(`${log.name} `, `${log.name} !!!!`)],
    ['a signature spelt in another way', whole.replace('==\n', '=\n')],
    ['a control character', whole.replace('zhice', 'zh\u0007ice')],
    ['nothing', ''],
  ])('is refused with %s', (_, wrong) => expect(() => readNote(wrong)).toThrow(NotANote));

  it('takes 16 signatures', () =>
    expect(readNote(`${text}\n${lineOf(signNote(text, log)).repeat(16)}`).signatures).toHaveLength(16));
});

describe('A checkpoint', () => {
  it('is read back', () => expect(readCheckpoint(text)).toEqual(checkpoint));

  it.each([
    ['a leading zero', text.replace('1000000', '0100000')],
    ['a size with a sign', text.replace('1000000', '+1000000')],
    ['a size of nothing', text.replace('1000000', '0')],
    ['a fourth line', `${text}extension\n`],
    ['a root of 31 bytes', `zhice/test\n1\n${Buffer.alloc(31).toString('base64')}\n`],
    ['a root spelt in another way', text.replace(/=\n$/, '\n')],
    ['a size beyond what can be counted', text.replace('1000000', '9007199254740993')],
  ])('is refused with %s', (_, wrong) => expect(() => readCheckpoint(wrong)).toThrow(NotANote));

  it('is told in sixteen groups', () => {
    expect(rootGroups(checkpoint.root).split(' ')).toHaveLength(16);
    expect(rootGroups(checkpoint.root).replaceAll(' ', '')).toBe(checkpoint.root.toString('hex'));
  });
});

describe('A policy', () => {
  it('opens what the log and enough witnesses signed', () =>
    expect(openNote(signed(log, party, discipline), policy)).toEqual({
      log: log.name,
      witnessed: new Map([
        ['higher', second],
        ['discipline', second],
      ]),
    }));

  it('misses a witness whose line was taken away', () => expect(openNote(signed(log, party), policy)).toBe('QUORUM'));
  it('believes a log of nothing but its own name', () => {
    const other = signerKey('ledger.example.org/other', keyTypes.log, pem());
    const both = readPolicy(`log ${other.text}\nlog ${log.text}\nquorum none`);
    expect(openNote(signed(other), both)).toBe('LOG_SIG');
    expect(openNote(signed(log), both)).toMatchObject({ log: log.name });
  });
  it('misses the log', () => expect(openNote(signed(party, discipline), policy)).toBe('LOG_SIG'));
  it('may ask for nobody', () =>
    expect(openNote(signed(log), readPolicy(`log ${log.text}\nquorum none`))).toMatchObject({ log: log.name }));

  it.each([
    ['an unknown word', 'logs x', 1],
    ['a word that every object has', 'constructor x', 1],
    ['a key that is not one', `log ${log.text}x`, 1],
    ['a witness with a log key', `witness w ${log.text}`, 1],
    ['a log with a witness key', `log ${party.text}`, 1],
    ['a group of somebody unknown', `log ${log.text}\ngroup g any w`, 2],
    ['a group that needs more than it has', `witness w ${party.text}\ngroup g 2 w`, 2],
    ['a group that counts one twice', `witness w ${party.text}\ngroup g 2 w w`, 2],
    ['an unknown quorum', 'quorum w', 1],
    ['two quorums', `log ${log.text}\nquorum none\nquorum none`, 3],
    ['a name given twice', `witness w ${party.text}\nwitness w ${discipline.text}`, 2],
    ['no quorum', `log ${log.text}`, 1],
  ])('is refused with %s, naming the line', (_, wrong, line) => {
    expect(() => readPolicy(wrong)).toThrow(NotAPolicy);
    expect(() => readPolicy(wrong)).toThrow(`line ${line}`);
  });
});
