import type { CookieSerializeOptions } from '@fastify/cookie';
import type { ApiOptions } from '../api-parts.js';

/** Over HTTPS the name binds the cookie to this host and to HTTPS (`__Host-`, RFC 6265bis 4.1.3.2). */
export function sessionCookie({ trustHttps = false }: Pick<ApiOptions, 'trustHttps'>): {
  name: string;
  options: CookieSerializeOptions;
} {
  return {
    name: trustHttps ? '__Host-zhice_session' : 'zhice_session',
    options: { httpOnly: true, sameSite: 'strict', path: '/', secure: trustHttps },
  };
}
