export type { Type } from '@nestjs/common';
