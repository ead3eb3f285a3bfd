import { Module } from '@nestjs/common';
import { AccountController } from './account.controller.js';
import { SavedViewController } from './saved-view.controller.js';
import { SessionController } from './session.controller.js';
import { SetupController } from './setup.controller.js';

@Module({ controllers: [SessionController, SavedViewController, AccountController, SetupController] })
export class AccessModule {}
