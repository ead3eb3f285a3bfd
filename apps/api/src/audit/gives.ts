import { applyDecorators, Get, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { pathParameter } from '../docs/described.js';

/** A route that hands a file out. */
export const Gives = (path: string, summary: string, type: string, param?: string): MethodDecorator =>
  applyDecorators(
    Get(path),
    ApiOperation({ summary }),
    ...(param === undefined ? [] : [ApiParam(paramOf(param))]),
    ApiResponse({ status: 200, description: summary, content: { [type]: { schema: { type: 'string' } } } }),
  );

function paramOf(name: string) {
  const { description, schema } = pathParameter(name);
  return { name, description, schema };
}

export const fileOf = (text: string, name: string, type: string): StreamableFile =>
  new StreamableFile(Buffer.from(text), {
    type,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
