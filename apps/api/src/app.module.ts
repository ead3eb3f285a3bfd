import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { AccessModule } from './access/access.module.js';
import { ActivityModule } from './activity/activity.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AnnualPlanModule } from './annual-plan/annual-plan.module.js';
import { BreachModule } from './breach/breach.module.js';
import { ClosingModule } from './closing/closing.module.js';
import { CertificateModule } from './certificate/certificate.module.js';
import { API_OPTIONS, type ApiOptions, type House } from './api-parts.js';
import { DocsModule } from './docs/docs.module.js';
import { HoursModule } from './hours/hours.module.js';
import { HouseModule } from './house.module.js';
import { DeadlineInterceptor } from './http/deadline.interceptor.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RestrictedInterceptor } from './http/restricted.interceptor.js';
import { SessionGuard } from './http/session.guard.js';
import { ImportingModule } from './importing/importing.module.js';
import { OperationModule } from './operation/operation.module.js';
import { OrganizationModule } from './organization/organization.module.js';
import { ReviewModule } from './review/review.module.js';
import { StarModule } from './star/star.module.js';
import { TeamModule } from './team/team.module.js';
import { VolunteerModule } from './volunteer/volunteer.module.js';

const slices = [
  OrganizationModule,
  VolunteerModule,
  TeamModule,
  ActivityModule,
  AnnualPlanModule,
  HoursModule,
  ReviewModule,
  StarModule,
  CertificateModule,
  ClosingModule,
  BreachModule,
  ImportingModule,
  AuditModule,
];

@Module({})
export class AppModule {
  static of(house: House, options: ApiOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CqrsModule.forRoot(),
        HouseModule.of(house, options),
        AccessModule,
        OperationModule,
        DocsModule,
        ...slices,
      ],
      providers: [
        { provide: APP_FILTER, useFactory: ({ log }: ApiOptions) => new ProblemFilter(log), inject: [API_OPTIONS] },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_INTERCEPTOR, useClass: DeadlineInterceptor },
        { provide: APP_INTERCEPTOR, useClass: RestrictedInterceptor },
      ],
    };
  }
}
