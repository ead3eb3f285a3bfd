import type { CertificateRefusal } from '#libs/certificate/certificate.decider';

export const certificateRefusals: Readonly<Record<CertificateRefusal, string>> = {
  day_must_not_lie_ahead: '日期 {day} 晚于今天（{today}），请填已经发生的日期。',
  end_must_not_precede_beginning: '截止日期 {end} 早于起始日期 {beginning}，请核对。',
  certificates_are_numbered_in_order: '同一名志愿者的证明须按份数依次编制，请先编制上一份。',
  certificate_is_prepared_once: '这一份证明已编制，内容不再更改；需要别的内容的，请另编一份。',
  certificate_is_issued_by_the_successor:
    '该单位已合并或拆分，不再出具证明；请由承接其记录的单位出具（民发〔2015〕149号）。',
  certificate_needs_hours_of_the_issuer:
    '所选日期内没有由本单位记录、已计入的服务时长，不能出具证明（谁记录谁证明）；外部组织记录的时长请由其出具。',
  certificate_must_be_prepared: '这一份证明尚未编制，请先由经办人编制。',
  certificate_must_be_issued: '这一份证明尚未签发，签发后才能公示。',
  certificate_must_stand: '这一份证明所依据的时长已有更正，或证明已撤销，请另编一份。',
  head_and_handler_must_differ: '负责人和经办人须为不同的两人，请由负责人本人签发。',
  nobody_certifies_their_own_hours: '不能办理本人的证明，请由他人办理。',
  publicity_lasts_long_enough: '公示 {days} 天，不足 {publicityDaysMin} 天，请延长公示。',
  certificate_is_publicized_once: '这一份证明的公示日期已登记，不再更改。',
};
