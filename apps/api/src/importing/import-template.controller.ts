import { Controller, Get, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { organizationSheetTitle } from '#libs/intake/organization-sheet';
import { organizationTemplate } from '#libs/intake/organization-template';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Empty sheets to fill in; whoever is signed in may have one. */
@ApiTags('导入')
@Controller('api/import-templates')
export class ImportTemplateController {
  @Get('organizations')
  @ApiOperation({ summary: '空白《党组织登记表》，带填写说明' })
  @ApiResponse({ status: 200, description: '.xlsx 文件', content: { [type]: { schema: { type: 'string' } } } })
  async organizations(): Promise<StreamableFile> {
    const name = encodeURIComponent(`${organizationSheetTitle}.xlsx`);
    const content = Buffer.from(await organizationTemplate());
    return new StreamableFile(content, { type, disposition: `attachment; filename*=UTF-8''${name}` });
  }
}
