import type { Standing } from '#libs/certificate/certificate.state';
import type { RevocationReason } from '#libs/certificate/certificate.events';
import type { LocalDate } from '#libs/kernel/time';
import { maskIdNumber } from '#libs/reference/id-number';
import { formDate, formStyle } from './form.js';
import { Html, html } from './html.js';

export interface CertifiedService {
  readonly title: string;
  readonly place: string;
  readonly content: string;
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
  readonly serviceMinutes: number;
  readonly broughtForward: boolean;
}

/** An entry the paper counts and the ledger counts otherwise by now. */
export interface CertificateChange {
  readonly servedOn: LocalDate;
  readonly minutesBefore: number;
  readonly minutesAfter: number;
}

/** 志愿服务记录证明: the four groups of 民发〔2015〕149号 and what Order 67 art. 15 requires. */
export interface CertificateDocument {
  readonly number: string;
  readonly code: string;
  readonly ledgerPosition: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly serviceMinutes: number;
  readonly broughtForwardMinutes: number;
  readonly entries: number;
  readonly name: string;
  readonly idNumber: string;
  readonly volunteerNumber: string;
  readonly issuer: { readonly unitName: string; readonly name: string };
  readonly issuerContact: string;
  readonly handlerName: string;
  readonly headName: string;
  readonly services: readonly CertifiedService[];
  readonly preparedOn: LocalDate;
  readonly issuedOn: LocalDate | null;
  readonly publicFrom: LocalDate | null;
  readonly publicUntil: LocalDate | null;
  readonly standing: Standing;
  readonly revokedOn: LocalDate | null;
  readonly revocationReason: RevocationReason | null;
  readonly changes: readonly CertificateChange[];
}

/** A-09: hours exist on print only, to two decimals, a half rounded up. */
export function hoursOf(serviceMinutes: number): string {
  const hundredths = Math.floor((serviceMinutes * 100 + 30) / 60);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

const standingWords: Readonly<Record<Standing, string>> = {
  PREPARED: '尚未签发，不作证明使用',
  VALID: '有效',
  SUPERSEDED: '所依据的时长已有更正，以台账现有记录为准',
  REVOKED: '已撤销，不作证明使用',
};

const revocationWords: Readonly<Record<RevocationReason, string>> = {
  FALSE_CLAIM: '其中有经查实的虚报时长',
  ISSUED_IN_ERROR: '出具有误',
  ISSUER_NOT_ENTITLED: '单位无权出具',
};

/** To the letter what its hash in the policy of the page was taken of; a formatter must not come between. */
const style = new Html(`<style>${formStyle}</style>`);

const page = (title: string, body: Html): string =>
  html`<!DOCTYPE html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${style}
      </head>
      <body>
        ${body}
      </body>
    </html> `.markup;

const row = (label: string, value: string): Html =>
  html`<tr>
    <th scope="row">${label}</th>
    <td colspan="3" class="left">${value}</td>
  </tr> `;

const spanOf = ({ fromOn, untilOn }: Pick<CertificateDocument, 'fromOn' | 'untilOn'>): string =>
  `${formDate(fromOn)} 至 ${formDate(untilOn)}`;

const totalOf = ({ serviceMinutes, broughtForwardMinutes }: CertificateDocument): string => {
  const own = `${hoursOf(serviceMinutes)} 小时（${serviceMinutes} 分钟）`;
  return broughtForwardMinutes === 0 ? own : `${own}；另有旧台账结转 ${hoursOf(broughtForwardMinutes)} 小时`;
};

const serviceRow = ({
  title,
  place,
  content,
  firstOn,
  lastOn,
  serviceMinutes,
  broughtForward,
}: CertifiedService): Html =>
  html`<tr>
    <td>${firstOn === lastOn ? formDate(firstOn) : `${formDate(firstOn)}—${formDate(lastOn)}`}</td>
    <td class="left">${title}${broughtForward ? '（旧台账结转）' : ''}</td>
    <td class="left">${place} ${content}</td>
    <td>${hoursOf(serviceMinutes)}</td>
  </tr> `;

/** A4. It says so at its head where it does not stand; while it stands it is printed the same to the byte. */
export function certificateHtml(document: CertificateDocument): string {
  const { number, code, issuer, standing, issuedOn, headName, handlerName, issuerContact } = document;
  const mark = standing === 'VALID' ? html`` : html`<p class="annex">${standingWords[standing]}</p> `;
  return page(
    `志愿服务记录证明 ${number}`,
    html`${mark}
      <h1>志愿服务记录证明</h1>
      <p class="head">
        <span>编号：${number}</span><span>出具日期：${issuedOn === null ? '' : formDate(issuedOn)}</span>
      </p>
      <table>
        <colgroup>
          <col width="20%" />
          <col width="34%" />
          <col width="32%" />
          <col width="14%" />
        </colgroup>
        <tbody>
          ${[
            row('姓名', document.name),
            row('证件类型及号码', document.idNumber === '' ? '' : `居民身份证 ${document.idNumber}`),
            row('志愿者编号', document.volunteerNumber),
            row('服务日期', spanOf(document)),
            row('服务时间', totalOf(document)),
          ]}
          <tr>
            <th scope="col">日期</th>
            <th scope="col">服务名称</th>
            <th scope="col">服务地点与内容</th>
            <th scope="col">小时</th>
          </tr>
          ${document.services.map(serviceRow)}${[
            row('记录并出具单位（盖章）', [issuer.unitName, issuer.name].filter((text) => text !== '').join('　')),
            row('联系方式', issuerContact),
            row('负责人（签字）', headName),
            row('经办人（签字）', handlerName),
          ]}
        </tbody>
      </table>
      <p class="note">
        查验：在本系统“证明查验”页输入编号 ${number} 和查验码 ${code}。本证明免费出具，由记录单位负责。
      </p>
      <p class="origin">台账位置 ${document.ledgerPosition}　共 ${document.entries} 条时长记录</p>`,
  );
}

/** What anybody who holds the paper may see: whose it is only as far as the holder can recognize it. */
export interface VerifiedCertificate {
  readonly number: string;
  readonly standing: Standing;
  readonly name: string;
  readonly idNumber: string;
  readonly unitName: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly serviceMinutes: number;
  readonly broughtForwardMinutes: number;
  readonly issuedOn: LocalDate | null;
  readonly publicFrom: LocalDate | null;
  readonly publicUntil: LocalDate | null;
  readonly revokedOn: LocalDate | null;
  readonly revocationReason: RevocationReason | null;
  readonly changes: readonly CertificateChange[];
}

const maskName = (name: string): string => {
  const [first = '', ...rest] = [...name];
  return `${first}${'*'.repeat(rest.length)}`;
};

export const verifiedOf = (document: CertificateDocument): VerifiedCertificate => ({
  number: document.number,
  standing: document.standing,
  name: maskName(document.name),
  idNumber: document.idNumber === '' ? '' : maskIdNumber(document.idNumber),
  unitName: document.issuer.unitName,
  fromOn: document.fromOn,
  untilOn: document.untilOn,
  serviceMinutes: document.serviceMinutes,
  broughtForwardMinutes: document.broughtForwardMinutes,
  issuedOn: document.issuedOn,
  publicFrom: document.publicFrom,
  publicUntil: document.publicUntil,
  revokedOn: document.revokedOn,
  revocationReason: document.revocationReason,
  changes: document.changes,
});

const changeText = ({ servedOn, minutesBefore, minutesAfter }: CertificateChange): string =>
  `${formDate(servedOn)}：证明 ${minutesBefore} 分钟，现为 ${minutesAfter} 分钟`;

export function verifiedHtml(found: VerifiedCertificate | undefined): string {
  if (!found)
    return page(
      '证明查验',
      html`<h1>证明查验</h1>
        <p class="note">没有这份证明：编号或查验码不对。请对照纸质证明核对后再试。</p>`,
    );
  const revoked =
    found.revocationReason === null
      ? ''
      : `（${revocationWords[found.revocationReason]}，${formDate(found.revokedOn ?? found.untilOn)}）`;
  return page(
    '证明查验',
    html`<h1>证明查验</h1>
      <table>
        <colgroup>
          <col width="25%" />
          <col width="25%" />
          <col width="25%" />
          <col width="25%" />
        </colgroup>
        <tbody>
          ${[
            row('编号', found.number),
            row('状态', `${standingWords[found.standing]}${revoked}`),
            row('姓名', found.name),
            row('证件号码', found.idNumber),
            row('记录并出具单位', found.unitName),
            row('服务日期', spanOf(found)),
            row(
              '服务时间',
              `${hoursOf(found.serviceMinutes)} 小时（${found.serviceMinutes} 分钟）${found.broughtForwardMinutes === 0 ? '' : `；另有旧台账结转 ${found.broughtForwardMinutes} 分钟`}`,
            ),
            row('出具日期', found.issuedOn === null ? '' : formDate(found.issuedOn)),
            ...(found.publicFrom === null || found.publicUntil === null
              ? []
              : [row('公示', `${formDate(found.publicFrom)} 至 ${formDate(found.publicUntil)}`)]),
            ...(found.changes.length === 0 ? [] : [row('与证明不同之处', found.changes.map(changeText).join('\n'))]),
          ]}
        </tbody>
      </table>`,
  );
}
