import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isUuid, type VolunteerId } from '#libs/kernel/ids';
import { Problem } from '../http/problem.js';

export interface CertificateKey {
  readonly volunteerId: VolunteerId;
  readonly ordinal: number;
}

/** A person's n-th certificate, as the path names it; anything else is not there. */
export const PathCertificate = createParamDecorator((_none: unknown, context: ExecutionContext): CertificateKey => {
  const { volunteerId, ordinal = '' } = context.switchToHttp().getRequest<FastifyRequest>().params as Readonly<
    Record<string, string>
  >;
  if (!isUuid(volunteerId) || !/^[1-9]\d{0,3}$/.test(ordinal)) throw new Problem('not_found');
  return { volunteerId: volunteerId as VolunteerId, ordinal: Number(ordinal) };
});
