import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Accounts } from '#libs/access/accounts';
import { LoginThrottle } from '#libs/access/login-throttle';
import { Sessions } from '#libs/access/sessions';
import { Setup } from '#libs/access/setup';
import { AccessNotes } from './access/access-notes.js';
import { API_OPTIONS, HOUSE, type ApiOptions, type House } from './api-parts.js';
import { Deadline } from './http/deadline.js';
import { Reading } from './http/reading.js';
import { RegisterFiles } from './http/register-files.js';
import { Submitting } from './http/submitting.js';
import { Metrics } from './operation/metrics.js';

/** The rooms, for every slice's module. */
@Global()
@Module({})
export class HouseModule {
  static of(house: House, options: ApiOptions): DynamicModule {
    const { main, mainPool } = house;
    const now = options.now ?? house.time;
    const shared = [
      Accounts,
      Sessions,
      Setup,
      LoginThrottle,
      Deadline,
      Reading,
      Submitting,
      Metrics,
      AccessNotes,
      RegisterFiles,
      HOUSE,
      API_OPTIONS,
    ];
    return {
      module: HouseModule,
      providers: [
        { provide: HOUSE, useValue: house },
        { provide: API_OPTIONS, useValue: options },
        { provide: Accounts, useFactory: () => new Accounts(main, now) },
        { provide: Sessions, useFactory: () => new Sessions(main, mainPool, now) },
        { provide: Setup, useFactory: () => new Setup(main, now) },
        { provide: LoginThrottle, useFactory: () => new LoginThrottle(now) },
        Deadline,
        Reading,
        Submitting,
        Metrics,
        AccessNotes,
        RegisterFiles,
      ],
      exports: shared,
    };
  }
}
