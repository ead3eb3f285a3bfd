export interface paths {
    "/api/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 账号与访问日志，新的在前 */
        get: operations["AccountController_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 全部账号及其角色 */
        get: operations["AccountController_list"];
        put?: never;
        /** 建立账号；初始密码须由本人修改后才能办理业务 */
        post: operations["AccountController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/disablement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用账号，其会话立即失效 */
        post: operations["AccountController_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/enablement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新启用账号 */
        post: operations["AccountController_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/grant-revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销角色，立即生效 */
        post: operations["AccountController_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 授予角色，立即生效 */
        post: operations["AccountController_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重设他人的密码；本人须修改后才能办理业务 */
        post: operations["AccountController_resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 活动情况登记簿 */
        get: operations["ActivityWindows_list"];
        put?: never;
        /** 登记活动 */
        post: operations["PlanActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一项活动及其场次 */
        get: operations["ActivityWindows_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/attendances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 参加人员与时长（活动时长的明细） */
        get: operations["ActivityWindows_attendances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消活动 */
        post: operations["CancelActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 举办前变更地点或负责人；报名和候补的人逐人告知 */
        post: operations["ChangeActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 活动的佐证 */
        get: operations["SessionWindows_evidence"];
        put?: never;
        /** 登记佐证 */
        post: operations["AddEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/evidence-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传佐证文件 */
        post: operations["EvidenceController_keep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/evidence/{evidenceId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 佐证文件 */
        get: operations["EvidenceController_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/insurance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记保险 */
        post: operations["InsureActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/plan-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对应年度活动计划 */
        post: operations["TiePlanLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/scheduled-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 预告场次 */
        post: operations["ScheduleSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记场次 */
        post: operations["HoldSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/sessions/{sessionId}/attendances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记签到 */
        post: operations["RecordAttendance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/sessions/{sessionId}/attendances/{volunteerId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回签到 */
        post: operations["WithdrawAttendance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/sessions/{sessionId}/attestation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认签到，时长随后记入 */
        post: operations["AttestAttendance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/sessions/{sessionId}/check-in-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 现场签到码，每 30 秒更换 */
        get: operations["EvidenceController_code"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/sessions/{sessionId}/check-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 现场签到 */
        post: operations["CheckIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/sessions/{sessionId}/check-outs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 现场签退 */
        post: operations["CheckOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/sessions/{sessionId}/rescheduling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改期：报名和候补都保留，逐人告知 */
        post: operations["RescheduleSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/sessions/{sessionId}/sign-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 报名名单（报名人数的明细） */
        get: operations["SessionWindows_signUps"];
        put?: never;
        /** 报名 */
        post: operations["SignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/sessions/{sessionId}/sign-ups/{volunteerId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消报名 */
        post: operations["CancelSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/sign-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各场次的报名、候补与到场人数 */
        get: operations["SessionWindows_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/selection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 选定符合条件的全部活动，或勾选的几项：回答项数和凭据，半小时内有效 */
        post: operations["ActivitySelectionController_select"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/selection/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导出选定的活动（CSV）；登记册在选定之后变了的，不导出 */
        post: operations["ActivitySelectionController_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/affiliation-transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 组织关系转接，转出最早的在前 */
        get: operations["MovementWindows_transfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/affiliation-transfers/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各状态的转接数；按状态查转接即为明细 */
        get: operations["MovementWindows_transferCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/application-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自己没有填完的报名表，新的在前；保留 30 天 */
        get: operations["DraftController_list"];
        put?: never;
        /** 保存草稿：加密存放，只有本人能读 */
        post: operations["DraftController_save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/application-drafts/{draftId}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 删除草稿 */
        post: operations["DraftController_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/bundles/{volunteerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个人的全部记录连同证明，可离线校验；个人信息是密文 */
        get: operations["ProofWindows_bundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 检查点与见证人，新的在前；封存到哪里，有没有被隔离的记录 */
        get: operations["ProofWindows_checkpoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查记录：按位置、记录编号，或某人、队、活动、党组织的全部记录，新的在前 */
        get: operations["AuditEntryWindows_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 试图自己批自己或越权而被拒绝的，新的在前 */
        get: operations["RefusedWindows_refused"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 从台账末尾往前逐条查：按类型、办理人、批次、记入日期；每次最多看一万条 */
        get: operations["AuditEntryWindows_scan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 重放一个流：从第一条起逐条校验形式、前后相接、密钥与签名 */
        get: operations["AuditEntryWindows_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 校验整本台账（只读）：逐行给出进度，最后一行是结果；断开即停止 */
        get: operations["ProofWindows_verification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verifier-page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 离线校验的网页，任何人可取：一个文件，断网可用，不含任何数据；哈希在 X-Content-SHA256 */
        get: operations["ProofWindows_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/books/{organizationId}/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个党组织一年的账：年结的状态、数字，以及逐人结账的进度 */
        get: operations["ClosingWindows_book"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/books/{organizationId}/{year}/bridge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 从年结时到现在所知，逐条列出不同的时长记录 */
        get: operations["ClosingWindows_bridge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/books/{organizationId}/{year}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 正式年结；试算须平 */
        post: operations["CloseYear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/books/{organizationId}/{year}/closed-book": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 已结的账册，从各人的台账重新折叠到年结的位置，每次相同 */
        get: operations["ClosingWindows_closed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/books/{organizationId}/{year}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 逐人：年结时与现在所知 */
        get: operations["ClosingWindows_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/books/{organizationId}/{year}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 受影响的文书：依据了年结后调整或认定虚报的时长的证明、评议、星级、账册，接收人是否已告知 */
        get: operations["ClosingWindows_papers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/books/{organizationId}/{year}/provisional-close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 预结：固定试算的数字 */
        post: operations["CloseYearProvisionally"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/books/{organizationId}/{year}/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 年结时的数字与现在所知的数字 */
        get: operations["ClosingWindows_totals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/books/{organizationId}/{year}/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 试算：个人方、活动方、队伍方，不平之处的数量，附件2、3、4 不一致的党组织 */
        get: operations["ClosingWindows_trialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/books/{organizationId}/{year}/trial-balance/breaks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 不平之处，逐处点名应处理的党组织和确认人 */
        get: operations["ClosingWindows_breaks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/breaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登记过的个人信息泄露，发现晚的在前 */
        get: operations["BreachWindows_all"];
        put?: never;
        /** 登记个人信息泄露、篡改、丢失（个人信息保护法第五十七条） */
        post: operations["RecordBreach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/breaches/{breachId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一件泄露：涉及什么、多少人、已采取的措施、已报告了谁 */
        get: operations["BreachWindows_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/breaches/{breachId}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 通知涉及的本人，一次最多 200 人；本人登录后看得到 */
        post: operations["NotifyBreachPersons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/breaches/{breachId}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 涉及的人：泄露的表上的每一个人，是否已通知 */
        get: operations["BreachWindows_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/breaches/{breachId}/remedies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记补救措施 */
        post: operations["NoteBreachRemedy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/breaches/{breachId}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记已向有关部门或上级报告 */
        post: operations["ReportBreach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 证明登记（各状态数量的明细） */
        get: operations["CertificateWindows_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates/{volunteerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一名志愿者的证明；本人可看自己的 */
        get: operations["CertificateWindows_ofVolunteer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates/{volunteerId}/{ordinal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份证明，可直接打印（A4）；本人可打印自己的 */
        get: operations["CertificateWindows_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates/{volunteerId}/{ordinal}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签发证明（负责人，须与经办人不同） */
        post: operations["IssueCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates/{volunteerId}/{ordinal}/preparation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 编制证明（经办人） */
        post: operations["PrepareCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates/{volunteerId}/{ordinal}/publicity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记证明的公示 */
        post: operations["PublicizeCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates/{volunteerId}/{ordinal}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销证明 */
        post: operations["RevokeCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各状态的数量 */
        get: operations["CertificateWindows_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各党组织组队与志愿者占比，附条款 */
        get: operations["CoverageWindows_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage/{organizationId}/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 队数的明细 */
        get: operations["CoverageWindows_teams"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage/{organizationId}/volunteers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 志愿者数的明细 */
        get: operations["CoverageWindows_volunteers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 已组队与未组队的党组织数 */
        get: operations["CoverageWindows_count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage/count/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 统计项的明细 */
        get: operations["CoverageWindows_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coverage/ratio-summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 范围内全部党组织：可计算志愿者占比的、已达到的；明细为覆盖情况 */
        get: operations["CoverageWindows_ratioSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 范围内所有查看完整个人信息的记录，新的在前 */
        get: operations["PersonalDataController_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 佐证一览，可只看多项活动共用的文件 */
        get: operations["EvidenceWindows_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 这一天被免除时长要求的志愿者；事由只在本人记录中 */
        get: operations["ParticipationWindows_exempted"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 带出过哪些含个人信息的表和证明，交给了谁 */
        get: operations["PersonalDataController_exports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 运行状况；明细只给本机、审计员和系统管理员 */
        get: operations["OperationController_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记个人做好事、结对帮扶、站点值守、外部或结转时长，待另一人确认 */
        post: operations["RecordServiceHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/{volunteerId}/{year}/{entryId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批准待批准的时长记录 */
        post: operations["ApproveServiceHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/{volunteerId}/{year}/{entryId}/attestation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认登记的时长 */
        post: operations["AttestServiceHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/{volunteerId}/{year}/{entryId}/conflict-resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 处理时长冲突 */
        post: operations["ResolveServiceHoursConflict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/{volunteerId}/{year}/{entryId}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更正时长：冲销原记录，记入更正后的记录 */
        post: operations["CorrectServiceHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/{volunteerId}/{year}/{entryId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予计入 */
        post: operations["DeclineServiceHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/{volunteerId}/{year}/{entryId}/false-claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 认定虚报并冲销 */
        post: operations["EstablishFalseClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/{volunteerId}/{year}/{entryId}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 记错了人：冲销并改记给实际服务的志愿者 */
        post: operations["MoveServiceHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/{volunteerId}/{year}/{entryId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 冲销时长记录 */
        post: operations["ReverseServiceHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/{volunteerId}/{year}/{entryId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记人撤回尚未确认的登记；本人可撤回自己登记的 */
        post: operations["WithdrawServiceHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/{volunteerId}/{year}/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对时长记录提出异议 */
        post: operations["DisputeServiceHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/{volunteerId}/{year}/disputes/{disputeId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复异议 */
        post: operations["AnswerServiceHoursDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/{volunteerId}/{year}/disputes/{disputeId}/escalation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 转上一级：逾期未答复，或不服答复 */
        post: operations["EscalateServiceHoursDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/{volunteerId}/{year}/findings/{findingId}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更正告知：登记已把更正告知某份文书的接收人 */
        post: operations["GiveCorrectionNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/{volunteerId}/prior-year-adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 年结后调整：记在当前年度，已结账册不变 */
        post: operations["AdjustPriorYear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/attested-by/{accountId}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 同一确认人确认的全部时长记录，供抽查 */
        get: operations["WatchWindows_attestedBy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/dispute-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 时长异议的件数：待答复、逾期、已答复 */
        get: operations["WatchWindows_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 时长异议及答复期限 */
        get: operations["WatchWindows_disputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/sessions/{sessionId}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个场次每个人的记录结果 */
        get: operations["WatchWindows_ofSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 尚未计入的时长记录：待确认、待批准或时间重叠；按 urgency 排序为逾期的在前，再按期限 */
        get: operations["WatchWindows_waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/import-templates/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 空白《党组织登记表》，带填写说明 */
        get: operations["ImportTemplateController_organizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导入批次：批次号、文件哈希、导入人、时间、状态和各结果的行数，新的在前 */
        get: operations["BatchWindows_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{batchId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批准一批导入中的逾期补录；left 不为 0 时以 next 作 after 再次提交 */
        post: operations["BatchController_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{batchId}/attestation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认一批导入的签到，逐行给出结果；left 不为 0 时以 next 作 after 再次提交 */
        post: operations["BatchController_attest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{batchId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个批次逐行的结果（各结果行数的明细） */
        get: operations["BatchWindows_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 有待确认或待批准的签到表导入批次，各有几条、多少分钟，旧的在前 */
        get: operations["BatchWindows_waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登录 */
        post: operations["SessionController_signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退出登录，会话立即失效 */
        post: operations["SessionController_signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 当前登录的账号及其角色 */
        get: operations["SessionController_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自己保存的筛选和列 */
        get: operations["SavedViewController_list"];
        put?: never;
        /** 保存筛选和列；只存代码、编号和日期，不存按姓名查找的内容 */
        post: operations["SavedViewController_save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/views/{viewId}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 删除保存的筛选 */
        post: operations["SavedViewController_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prometheus 指标；只给本机、审计员和系统管理员 */
        get: operations["OperationController_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 告知事项：本单位的人、在本单位服务的人各被告知了什么，新的在前 */
        get: operations["WatchWindows_noticesOfUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organization-names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 党组织名称，用于选取角色的管理范围 */
        get: operations["AccountController_organizationNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organization-reviews/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一年的党组织年度评议 */
        get: operations["UnitReviewWindows_reviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 党组织名录 */
        get: operations["OrganizationWindows_list"];
        put?: never;
        /** 登记党组织 */
        post: operations["RegisterPartyOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个党组织及其历次名称、人数、规则包 */
        get: operations["OrganizationWindows_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/annex-2": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 附件2 花名册；电话只对单位党办及以上、说明用途后完整显示 */
        get: operations["AnnexController_annex2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/annex-3": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 附件3 登记表；电话只对单位党办及以上、说明用途后完整显示 */
        get: operations["AnnexController_annex3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/annex-4": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 附件4 组队情况汇总表 */
        get: operations["AnnexController_annex4"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/annual-review-confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认党组织年度评议的结论 */
        post: operations["ConfirmOrganizationReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/annual-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 汇总党组织年度评议的数字 */
        post: operations["PrepareOrganizationReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/annual-reviews/{year}/repetition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审计：按所存位置从台账重算党组织评议，是否一致 */
        get: operations["UnitReviewWindows_repeatReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/children": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 直接下级（下级数的明细） */
        get: operations["OrganizationWindows_children"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/formation-summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 组队情况汇总：下级各单位 */
        get: operations["BookWindows_formation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/formation-summary/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 汇总中本单位队数的明细 */
        get: operations["BookWindows_formedTeams"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/formation-summary/volunteers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 汇总中本单位志愿者数的明细 */
        get: operations["BookWindows_formedVolunteers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/import-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传要导入的表或纸质签到表；只在内存中保留一小时 */
        post: operations["ImportController_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/import-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 预检：每一行的每一处错误；不写入任何内容 */
        post: operations["ImportController_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/import-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 写入预检过的表；同一份表中断后再次写入即接着进行 */
        post: operations["ImportController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/import-runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 写入的进度和结果 */
        get: operations["ImportController_run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/import-runs/{runId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停下：办完手上的几项，不再开始新的 */
        post: operations["ImportController_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/leadership-posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 领导班子成员 */
        get: operations["OrganizationWindows_posts"];
        put?: never;
        /** 领导班子成员任职 */
        post: operations["AssumeLeadershipPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/leadership-posts/{postId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 领导班子成员免职 */
        post: operations["EndLeadershipPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/merger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 并入另一个党组织 */
        post: operations["MergePartyOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更名 */
        post: operations["RenamePartyOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/participation-analyses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 汇总半年或全年参与情况 */
        post: operations["PrepareParticipationAnalysis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/participation-analysis-signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签署参与情况汇总分析 */
        post: operations["SignParticipationAnalysis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/participation/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 汇总分析各项数字的人员明细，按现在的台账 */
        get: operations["UnitReviewWindows_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/participation/{year}/repetition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审计：按所存位置从台账重算汇总分析，是否一致 */
        get: operations["UnitReviewWindows_repeatAnalysis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/party-member-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 填报党员人数 */
        post: operations["StatePartyMemberCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/policy-packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 规则包列表，哪一种现行，规定了哪些集中服务的日子 */
        get: operations["PolicyPackWindows_packs"];
        put?: never;
        /** 采用规则包 */
        post: operations["AdoptPolicyPack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/receiving-desks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 报送受理窗口；联系方式不在此列出 */
        get: operations["OrganizationWindows_desks"];
        put?: never;
        /** 指定报送受理窗口 */
        post: operations["DesignateReceivingDesk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 花名册：单位与合计 */
        get: operations["BookWindows_rosterHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/roster-movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 两个日期之间花名册的变动明细：新增、离开、换队、类别变化、未变 */
        get: operations["UnitReviewWindows_movements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/roster-review-confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认动态调整：变动属实，其余不变 */
        post: operations["ConfirmRosterReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/roster-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 汇总两个日期之间花名册的变动 */
        post: operations["PrepareRosterReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/roster-reviews/{year}/repetition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审计：按所存位置从台账重算动态调整，是否一致 */
        get: operations["UnitReviewWindows_repeatRoster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/roster/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 花名册合计的明细 */
        get: operations["BookWindows_rosterSum"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/roster/volunteers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 花名册：志愿者；电话只在打印的附件2上 */
        get: operations["BookWindows_roster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/sheets/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 党组织年度评议表：动态调整、汇总分析、各结论数量 */
        get: operations["SheetWindows_ofOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 拆分为几个党组织 */
        post: operations["SplitPartyOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/staff-headcounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 填报单位人数 */
        post: operations["StateStaffHeadcount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/star-schemes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 采用一种星级标准 */
        post: operations["AdoptStarScheme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/team-register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登记表：单位与总计 */
        get: operations["BookWindows_registerHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/team-register/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登记表总计的明细 */
        get: operations["BookWindows_registerSum"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{organizationId}/team-register/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登记表：服务队 */
        get: operations["BookWindows_registerTeams"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/participation-analyses/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一年的参与情况汇总分析 */
        get: operations["UnitReviewWindows_analyses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改自己的密码；其他会话立即失效 */
        post: operations["SessionController_changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/privacy-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 范围内的个人信息申请，新的在前；oldestFirst 为先提出的在前 */
        get: operations["ErasureController_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 是否可以接受请求：200 或 503 */
        get: operations["OperationController_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminders/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可考虑提醒教育的志愿者：是否谈话由人决定 */
        get: operations["ParticipationWindows_reminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/required-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 规定日集中服务：各单位是否开展 */
        get: operations["RequiredDayWindows_matrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/required-days/{organizationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个单位在规定日前后开展的活动（明细） */
        get: operations["RequiredDayWindows_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/teams/{teamId}/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一支服务队的年度评议 */
        get: operations["ReviewWindows_ofTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/teams/{teamId}/{year}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认服务队评议结论 */
        post: operations["ConfirmTeamReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/teams/{teamId}/{year}/preparation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 生成服务队年度评议 */
        post: operations["PrepareTeamReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/teams/{teamId}/{year}/repetition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审计：按所存位置从台账重算服务队评议，是否一致 */
        get: operations["ReviewWindows_repeatTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/volunteers/{volunteerId}/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一名志愿者的年度评议；本人可看自己的 */
        get: operations["ReviewWindows_ofVolunteer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/volunteers/{volunteerId}/{year}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认志愿者评议结论 */
        post: operations["ConfirmVolunteerReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/volunteers/{volunteerId}/{year}/preparation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 生成志愿者年度评议 */
        post: operations["PrepareVolunteerReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/volunteers/{volunteerId}/{year}/repetition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审计：按所存位置从台账重算志愿者评议，是否一致 */
        get: operations["ReviewWindows_repeatVolunteer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一年的评议（各结论数量的明细） */
        get: operations["ReviewWindows_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/years/{year}/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各结论的数量 */
        get: operations["ReviewWindows_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roster-reviews/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一年的动态调整 */
        get: operations["UnitReviewWindows_rosters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自己在各处的登录 */
        get: operations["SessionController_openSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 在所有地方退出登录，包括这里 */
        post: operations["SessionController_signOutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 用一次性链接建立第一位系统管理员，并可登记最上级党组织 */
        post: operations["SetupController_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shortfall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 到这一天还没有达到全年时长的志愿者，不含已免除的；还来得及 */
        get: operations["ParticipationWindows_shortfall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spikes/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 半年末、年末最后十天的时长与达标人数，连同申报时长 */
        get: operations["ParticipationWindows_spike"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spikes/{year}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 最后十天或某一天的时长记录 */
        get: operations["ParticipationWindows_spikeEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/star-board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 星级一览：已认定、够申报、待决定 */
        get: operations["StarWindows_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/star-board/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各星级的人数 */
        get: operations["StarWindows_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/star-board/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 试算：换用另一种星级标准，谁够申报的星级会变；已认定的不变 */
        get: operations["StarWindows_dryRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/star-board/schemes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各种星级标准及其时长，哪一种现行 */
        get: operations["StarWindows_schemes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各志愿者累计时长可以申报的星级 */
        get: operations["OwnYearWindows_standings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team-leadership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各队队长；空缺、班子职务已免的排在前 */
        get: operations["MovementWindows_leadership"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 组建服务队 */
        post: operations["EstablishTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/dissolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销服务队 */
        post: operations["DissolveTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 服务小组和现在的成员 */
        get: operations["TeamWindows_groups"];
        put?: never;
        /** 成立服务小组 */
        post: operations["FormServiceGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/groups/{groupId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 编入服务小组 */
        post: operations["AssignServiceGroupMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/leader-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 历任队长和其间的空缺 */
        get: operations["TeamWindows_terms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/leaders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 任命队长 */
        post: operations["AppointTeamLeader"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/leaders/{volunteerId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 队长卸任 */
        post: operations["StandDownTeamLeader"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 入队 */
        post: operations["JoinTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/members/{volunteerId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 离队 */
        post: operations["LeaveTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/merger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 并入另一支服务队 */
        post: operations["MergeTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 随党组织合并或拆分划转 */
        post: operations["MoveTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/pace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一支服务队各月活动次数、应达进度与年底预计 */
        get: operations["PaceWindows_ofTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/pace/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 某月时长的明细 */
        get: operations["PaceWindows_entriesOfTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/quarterly-meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记季度工作例会 */
        post: operations["RecordQuarterlyMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/quarterly-meetings/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一支服务队一年的工作例会 */
        get: operations["DutiesWindows_meetings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 填报登记表 */
        post: operations["StateTeamRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/renaming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 服务队更名 */
        post: operations["RenameTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/sheets/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 服务队年度评议表：只列事实 */
        get: operations["SheetWindows_ofTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/ten-haves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记“十有”自查 */
        post: operations["CheckTenHaves"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/ten-haves/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一支服务队一年的“十有”自查，最近的在前 */
        get: operations["DutiesWindows_tenHaves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/volunteers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 服务队志愿者人数的明细 */
        get: operations["TeamWindows_volunteers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 服务队的一年：活动次数、人数、时长与目标 */
        get: operations["TeamWindows_year"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/years/{year}/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 活动次数与时长的明细 */
        get: operations["TeamWindows_activities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/years/{year}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 参加人数的明细 */
        get: operations["TeamWindows_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/years/{year}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 年度活动计划与落实情况 */
        get: operations["AnnualPlanWindows_plan"];
        put?: never;
        /** 列入年度活动计划 */
        post: operations["PlanAnnualActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/years/{year}/plan/{planLineId}/dropping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消一项计划 */
        post: operations["DropAnnualActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/years/{year}/plan/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 计划落实数（明细见年度活动计划） */
        get: operations["AnnualPlanWindows_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/years/{year}/record-book": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 活动记录册 */
        get: operations["AnnualPlanWindows_book"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}/years/{year}/record-book/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 活动记录册的参加人员与时长（明细） */
        get: operations["AnnualPlanWindows_bookEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/mismatches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 上报的登记表与台账不一致的服务队 */
        get: operations["TeamWindows_mismatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/selection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 选定符合条件的全部服务队，或勾选的几支：回答队数和凭据，半小时内有效 */
        post: operations["TeamSelectionController_select"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/selection/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导出选定的服务队（CSV）；登记册在选定之后变了的，不导出 */
        post: operations["TeamSelectionController_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/top-organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记最上级党组织（设置时未登记的） */
        post: operations["AccountController_registerTop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verify/{number}/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查验证明，不须登录 */
        get: operations["VerifyController_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 志愿者登记 */
        get: operations["VolunteerWindows_list"];
        put?: never;
        /** 提交申请登记 */
        post: operations["SubmitApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一名志愿者的登记；本人可看自己的 */
        get: operations["VolunteerWindows_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/affiliation-move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 随党组织合并或拆分转到承接党组织 */
        post: operations["MoveAffiliation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/application-approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审核通过申请 */
        post: operations["ApproveApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/application-decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予通过申请 */
        post: operations["DeclineApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/application-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回申请 */
        post: operations["ReturnApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/breaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 此人被通知过的个人信息泄露；本人可看自己的 */
        get: operations["BreachWindows_ofPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人的全部记录连同证明，可离线校验；个人信息是密文；只有本人可取 */
        get: operations["OwnBundleWindows_bundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/death": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记去世 */
        post: operations["RecordDeath"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/death/retraction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更正去世登记 */
        post: operations["RetractDeath"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 谁在何时、为何查看过此人的完整个人信息；本人可看自己的 */
        get: operations["PersonalDataController_ofPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一名志愿者的时长异议；本人可看自己的 */
        get: operations["WatchWindows_ownDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记造册 */
        post: operations["EnrolVolunteer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 此人参加过的活动的佐证文件，提出删除申请前逐份查看，选出要一并销毁的 */
        get: operations["ErasureController_evidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/exemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 免除一段时间的年度时长要求 */
        post: operations["ExemptFromQuota"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/exemptions/{exemptionId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复年度时长要求 */
        post: operations["EndQuotaExemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 从台账重放一个人的全部记录，逐流校验；本人可看自己的 */
        get: operations["VolunteerWindows_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/membership-end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记党籍处理 */
        post: operations["CeaseMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/membership-restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记党籍恢复 */
        post: operations["RestoreMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/mentions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 别人、活动等的文字里提到此人的地方：只有台账位置，没有文字。批准删除的人可查；分部分查，直到 next 为 null */
        get: operations["ErasureController_mentions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 并入同一人的另一条登记 */
        post: operations["MergePersons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/merge/undoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销合并 */
        post: operations["UndoMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 应告知志愿者的时长事项，新的在前；本人可看自己的 */
        get: operations["WatchWindows_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/open-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以报名的场次：本人所在服务队的和面向所有人的，含名额、候补、所需技能和规定日；本人可看自己的 */
        get: operations["OpenSessionWindows_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/pace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一名志愿者各月时长、应达进度与年底预计；本人可看自己的 */
        get: operations["PaceWindows_ofVolunteer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/pace/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 某月时长的明细 */
        get: operations["PaceWindows_entriesOfVolunteer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/particulars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 变更登记事项 */
        post: operations["ChangeParticulars"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/person-years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个人全部登记合并后的年度时长，同一分钟只计一次；本人可看自己的 */
        get: operations["MovementWindows_personYear"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/personal-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 查看身份证号码、电话等完整内容；须说明用途，留下记录，本人可以查到 */
        post: operations["PersonalDataController_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/primary-team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 选定主队 */
        post: operations["ChoosePrimaryTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/primary-team/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消主队 */
        post: operations["ClearPrimaryTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/privacy-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 此人的个人信息申请及其办理情况；本人可看自己的 */
        get: operations["ErasureController_ofPerson"];
        put?: never;
        /** 提出个人信息申请：更正、限制处理、解除限制或删除 */
        post: operations["FilePrivacyRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/privacy-requests/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批准个人信息申请；须由另一人办理，删除随即执行 */
        post: operations["ApprovePrivacyRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/privacy-requests/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更正已办理登记事项变更，办结申请 */
        post: operations["CompleteCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/privacy-requests/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 拒绝个人信息申请，写明理由 */
        post: operations["DeclinePrivacyRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/probation-extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记预备期延长 */
        post: operations["ExtendProbation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/reminder-talks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 记录提醒教育；是否谈话由人决定 */
        post: operations["RecordReminderTalk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记退休 */
        post: operations["RecordRetirement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/sheets/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 个人年度评议表：只列事实；本人可看自己的 */
        get: operations["SheetWindows_ofVolunteer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/stars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 累计时长可以申报的星级；由人认定 */
        get: operations["OwnYearWindows_stars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/stars/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申报星级；本人或单位申报 */
        post: operations["ApplyForStar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/stars/award": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 认定星级，由标准规定的一级认定 */
        post: operations["AwardStar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/stars/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 累计时长的逐条明细 */
        get: operations["OwnYearWindows_starEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/stars/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予认定星级 */
        post: operations["DeclineStar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/stars/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销已认定的星级 */
        post: operations["RevokeStar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/stars/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 为什么是这个星级：截至某日的时长、适用标准、还差多少；本人可看自己的 */
        get: operations["StarWindows_why"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/stars/why/counted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 计入星级的时长记录 */
        get: operations["StarWindows_counted"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/stars/why/left-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 未计入星级的时长记录及原因 */
        get: operations["StarWindows_leftOut"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/stars/years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 累计时长的各年明细 */
        get: operations["OwnYearWindows_starYears"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 转出组织关系 */
        post: operations["SendAffiliationTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/transfer/call-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回转出的组织关系 */
        post: operations["CallBackAffiliationTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/transfer/reception": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接收组织关系 */
        post: operations["ReceiveAffiliationTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/transfer/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回组织关系 */
        post: operations["RefuseAffiliationTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退出 */
        post: operations["WithdrawVolunteer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一名志愿者的一年；本人可看自己的 */
        get: operations["OwnYearWindows_year"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/{volunteerId}/years/{year}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一年时长的明细，含冲突与已冲销的 */
        get: operations["OwnYearWindows_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待审核与退回的申请，等待最久的在前 */
        get: operations["VolunteerWindows_applications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/applications/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待审核申请的数量 */
        get: operations["VolunteerWindows_applicationCount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/applications/count/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待审核申请数量的明细 */
        get: operations["VolunteerWindows_applicationEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各状态、各类别的人数 */
        get: operations["VolunteerWindows_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/counts/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 人数的明细 */
        get: operations["VolunteerWindows_countEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/id-number-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 报名前查重：此身份证号码是否已经登记；范围内的列出是谁 */
        post: operations["IdNumberCheckController_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/namesakes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 同名的人：单位、出生年月、编号和身份证号首尾，供辨认；不凭姓名认人 */
        get: operations["VolunteerWindows_namesakes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/selection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 选定符合条件的全部志愿者，或勾选的几名：回答人数和凭据，半小时内有效 */
        post: operations["SelectionController_select"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/volunteers/selection/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导出选定的志愿者（CSV），记入查阅记录；登记册在选定之后变了的，不导出 */
        post: operations["SelectionController_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/years/{year}/corrected-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 已记入后又冲销的时长记录（late-share-by-team 中更正数的明细） */
        get: operations["YearWindows_corrected"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/years/{year}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 时长合计的明细：已计入且未冲销的时长记录 */
        get: operations["YearWindows_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/years/{year}/late-share-by-team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各队逾期登记、自报、更正的时长；明细见 entries?late=true 和 corrected-entries */
        get: operations["YearWindows_lateShare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/years/{year}/minutes-by-activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各活动时长 */
        get: operations["YearWindows_byActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/years/{year}/minutes-by-month": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各月时长 */
        get: operations["YearWindows_byMonth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/years/{year}/minutes-by-provenance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各来源等级的时长；外部与结转的单列 */
        get: operations["YearWindows_byProvenance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/years/{year}/minutes-by-team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各队时长 */
        get: operations["YearWindows_byTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/years/{year}/minutes-by-volunteer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各人时长 */
        get: operations["YearWindows_byVolunteer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/years/{year}/shortfall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 未达年度时长的志愿者，供人核对，不是结论 */
        get: operations["YearWindows_shortfall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/years/{year}/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 每支服务队的一年：活动次数、人数、时长与目标 */
        get: operations["YearWindows_teams"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/years/{year}/teams-under-target": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 活动次数未达目标的服务队 */
        get: operations["YearWindows_underTarget"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/years/{year}/volunteers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 每名志愿者的一年：时长、活动次数与目标 */
        get: operations["YearWindows_volunteers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{number}/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查验证明（网页），不须登录 */
        get: operations["VerifyController_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountActRequest: unknown;
        AccountListing: {
            accountId: string;
            disabledAt: null | string;
            displayName: string;
            grants: components["schemas"]["Grant"][];
            login: string;
            volunteerId: null | string;
        };
        ActivityInFull: {
            activityId: string;
            cancellationReason: null | string;
            cancelledOn: null | string;
            carrier: ("CIVILIZED_CITY" | "DEVELOPMENT_STABILITY" | "GRASSROOTS_OUTREACH" | "HARMONIOUS_COMMUNITY" | "NEW_COUNTRYSIDE" | "SAFE_CAMPUS") | null;
            carrierKind: ("AGED_AND_DISABLED" | "CIVIL_CUSTOMS" | "CLEANING" | "COMMUNITY" | "CULTURAL_LIFE" | "DISPUTES" | "EMPLOYMENT" | "ENTERPRISE" | "ENVIRONMENT" | "FAMILY_PLANNING" | "MORAL_EDUCATION" | "POLICY_AND_LAW" | "POOR" | "PSYCHOLOGICAL_COUNSEL" | "PUBLIC_FACILITIES" | "SAFETY_EDUCATION" | "SCHOOL" | "SOCIAL_ORGANIZATION" | "SUGGESTIONS" | "TECHNICAL_SERVICE" | "TRAFFIC" | "TREE_PLANTING" | "VILLAGE" | "YOUTH_EDUCATION") | null;
            content: string;
            firstHeldOn: null | string;
            held: components["schemas"]["SessionItem"][];
            insuredOn: null | string;
            isDangerous: boolean;
            isEmergency: boolean;
            lastHeldOn: null | string;
            nature: ("MEETING" | "STUDY" | "TRAINING" | "VISIT" | "VOLUNTEER_SERVICE") | null;
            organizationId: string;
            organizationName: null | string;
            participants: number;
            place: string;
            plannedOn: string;
            programme: ("CIVIL_ZHENJIANG_CITIZEN" | "INTO_COMMUNITIES" | "LANDSCAPE_GARDEN_CITY" | "LEARN_FROM_LEI_FENG") | null;
            responsiblePerson: string;
            serviceMinutes: number;
            serviceMode: ("CONCENTRATED" | "DAILY" | "MENU" | "PAIRED") | null;
            sessions: number;
            specialAction: ("CARE_RIVERS_AND_MOUNTAINS" | "CARE_VULNERABLE") | null;
            teams: components["schemas"]["TeamName"][];
            theme: ("CARE_NATURE" | "CARE_PEOPLE" | "CARE_SOCIETY") | null;
            title: string;
            unattested: number;
            venueKind: ("AIRPORT" | "HOME_FOR_THE_AGED" | "HOSPITAL" | "LIBRARY" | "MUSEUM" | "NURSING_HOME" | "OTHER" | "PARK" | "SQUARE" | "STATION" | "WELFARE_HOME") | null;
        };
        ActivityItem: {
            activityId: string;
            cancelledOn: null | string;
            carrier: ("CIVILIZED_CITY" | "DEVELOPMENT_STABILITY" | "GRASSROOTS_OUTREACH" | "HARMONIOUS_COMMUNITY" | "NEW_COUNTRYSIDE" | "SAFE_CAMPUS") | null;
            carrierKind: ("AGED_AND_DISABLED" | "CIVIL_CUSTOMS" | "CLEANING" | "COMMUNITY" | "CULTURAL_LIFE" | "DISPUTES" | "EMPLOYMENT" | "ENTERPRISE" | "ENVIRONMENT" | "FAMILY_PLANNING" | "MORAL_EDUCATION" | "POLICY_AND_LAW" | "POOR" | "PSYCHOLOGICAL_COUNSEL" | "PUBLIC_FACILITIES" | "SAFETY_EDUCATION" | "SCHOOL" | "SOCIAL_ORGANIZATION" | "SUGGESTIONS" | "TECHNICAL_SERVICE" | "TRAFFIC" | "TREE_PLANTING" | "VILLAGE" | "YOUTH_EDUCATION") | null;
            firstHeldOn: null | string;
            insuredOn: null | string;
            isDangerous: boolean;
            isEmergency: boolean;
            lastHeldOn: null | string;
            nature: ("MEETING" | "STUDY" | "TRAINING" | "VISIT" | "VOLUNTEER_SERVICE") | null;
            organizationId: string;
            organizationName: null | string;
            participants: number;
            place: string;
            plannedOn: string;
            programme: ("CIVIL_ZHENJIANG_CITIZEN" | "INTO_COMMUNITIES" | "LANDSCAPE_GARDEN_CITY" | "LEARN_FROM_LEI_FENG") | null;
            responsiblePerson: string;
            serviceMinutes: number;
            serviceMode: ("CONCENTRATED" | "DAILY" | "MENU" | "PAIRED") | null;
            sessions: number;
            specialAction: ("CARE_RIVERS_AND_MOUNTAINS" | "CARE_VULNERABLE") | null;
            teams: components["schemas"]["TeamName"][];
            theme: ("CARE_NATURE" | "CARE_PEOPLE" | "CARE_SOCIETY") | null;
            title: string;
            unattested: number;
            venueKind: ("AIRPORT" | "HOME_FOR_THE_AGED" | "HOSPITAL" | "LIBRARY" | "MUSEUM" | "NURSING_HOME" | "OTHER" | "PARK" | "SQUARE" | "STATION" | "WELFARE_HOME") | null;
        };
        ActivitySum: {
            activityId: null | string;
            entries: number;
            name: null | string;
            serviceMinutes: number;
        };
        Actor: {
            accountId: string;
            displayName: string;
            grants: components["schemas"]["Grant"][];
            volunteerId?: string;
        };
        AddEvidence: {
            /** @description 说明：不能为空，最多 200 个字，不能含有看不见的字符 */
            caption?: string;
            /**
             * Format: uuid
             * @description 佐证编号：必须是编号（小写 UUID）
             */
            evidenceId: string;
            /**
             * @description 佐证类别：请从列表中选取
             * @enum {string}
             */
            evidenceKind: "SIGN_IN_SHEET" | "PHOTO" | "STATEMENT" | "COMMAND_BODY_CONFIRMATION" | "OTHER";
            /** @description 监护人是否同意：只能是“是”或“否”（true / false） */
            hasGuardianConsent?: boolean;
            /**
             * Format: uuid
             * @description 场次编号：必须是编号（小写 UUID）
             */
            sessionId?: string;
            /** @description 文件哈希：格式不对，例如 64 位小写十六进制数 */
            sha256: string;
            /** @description 是否拍到未成年人：只能是“是”或“否”（true / false） */
            showsMinor?: boolean;
        };
        AdjustPriorYear: {
            /**
             * Format: uuid
             * @description 调整编号：必须是编号（小写 UUID）
             */
            adjustmentId: string;
            /** @description 已年结的年度：请填 2000 至 2200 的整数 */
            adjustsYear: number;
            /**
             * Format: uuid
             * @description 时长记录编号：必须是编号（小写 UUID）
             */
            entryId: string;
            /** @description 应为时长（分钟）：请填 0 至 1440 的整数 */
            minutesAfter: number;
            /** @description 调整原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
            /**
             * @description 调整类别：请从列表中选取
             * @enum {string}
             */
            reasonCode: "RECORDING_ERROR" | "FALSE_CLAIM" | "WRONG_PERSON" | "DUPLICATE" | "NOT_VOLUNTEER_SERVICE" | "REWARDED_SERVICE" | "DISPUTE_UPHELD";
        };
        AdoptPolicyPack: {
            /** @description 施行日期：请填真实存在的日期，例如 2026-07-01 */
            effectiveOn: string;
            /** @description 规则包：格式不对，例如 ZJ-2013-37 */
            pack: string;
            /** @description 规则包版本：请填 1 至 1000 的整数 */
            packVersion: number;
        };
        AdoptStarScheme: {
            /** @description 生效日期：请填真实存在的日期，例如 2026-07-01 */
            effectiveOn: string;
            /** @description 星级标准：格式不对，例如 STAR-2012-340 */
            scheme: string;
            /** @description 标准版本：请填 1 至 1000 的整数 */
            schemeVersion: number;
        };
        AnalysisPerson: {
            isExempted: boolean;
            name: string;
            serviceMinutes: number;
            volunteerId: string;
            volunteerNumber: string;
        };
        AnnexBreak: {
            annex2: number;
            annex3: number;
            annex4: number;
            name: string;
            organizationId: string;
        };
        AnnualReviewItem: {
            activities: number;
            conclusion: ("EXEMPTED" | "NOT_APPLICABLE" | "TARGET_MET" | "TARGET_NOT_MET") | null;
            confirmedBy: null | string;
            confirmedOn: null | string;
            leaderId: null | string;
            members: null | number;
            name: null | string;
            organizationId: string;
            pack: string;
            packVersion: number;
            plannedLines: null | number;
            position: string;
            preparedBy: string;
            preparedOn: string;
            proRataTargetMinutes: null | number;
            quartersMet: null | number;
            serviceMinutes: number;
            subjectId: string;
            /** @enum {string} */
            subjectKind: "team" | "volunteer";
            targetActivities: null | number;
            targetMinutes: null | number;
            tenHaves: null | number;
            tenHavesCheckedOn: null | string;
            underPacks: components["schemas"]["UnderPack"][];
            year: number;
        };
        AnswerServiceHoursDispute: {
            /** @description 答复：不能为空，最多 1000 个字，不能含有看不见的字符 */
            answer: string;
            /**
             * @description 处理结果：请从列表中选取
             * @enum {string}
             */
            outcome: "UPHELD" | "PARTLY_UPHELD" | "NOT_UPHELD";
        };
        ApplicationDraft: {
            content: string;
            draftId: string;
            savedAt: string;
        };
        ApplyForStar: {
            /** @description 时长截止日期：请填真实存在的日期，例如 2026-07-01 */
            asOfOn: string;
            /** @description 申报星级：请填 1 至 5 的整数 */
            stars: number;
        };
        AppointTeamLeader: {
            /** @description 任队长日期：请填真实存在的日期，例如 2026-07-01 */
            appointedOn: string;
            /** @description 接替现任队长：只能是“是”或“否”（true / false） */
            replacing?: boolean;
            /**
             * Format: uuid
             * @description 队长：必须是编号（小写 UUID）
             */
            volunteerId: string;
        };
        ApproveApplication: {
            /** @description 审核日期：请填真实存在的日期，例如 2026-07-01 */
            approvedOn: string;
            /**
             * @description 审核依据：请从列表中选取
             * @enum {string}
             */
            basis: "BRANCH_MEETING" | "COMMITTEE_MEETING" | "SEALED_PAPER";
            /** @description 会议：不能为空，最多 200 个字，不能含有看不见的字符 */
            meeting?: string;
        };
        ApproveBatchRequest: {
            /**
             * Format: uuid
             * @description 从哪一条之后继续：必须是编号（小写 UUID）
             */
            after?: string;
            /**
             * @description 逾期原因：请从列表中选取
             * @enum {string}
             */
            lateReasonCode?: "PAPER_SHEET_DELAYED" | "EMERGENCY" | "SYSTEM_UNAVAILABLE" | "DISPUTE_UPHELD" | "OTHER";
            /** @description 本次最多批准几条：请填 1 至 200 的整数 */
            limit?: number;
            /** @description 说明：不能为空，最多 500 个字，不能含有看不见的字符 */
            note?: string;
        };
        ApprovedPart: {
            approved: number;
            left: number;
            longDays: number;
            next?: string;
            refusals: components["schemas"]["RefusalCount"][];
            rows: components["schemas"]["BatchRow"][];
        };
        ApprovePrivacyRequest: {
            /**
             * Format: uuid
             * @description 申请编号：必须是编号（小写 UUID）
             */
            requestId: string;
        };
        ApproveServiceHours: {
            /**
             * @description 逾期原因：请从列表中选取
             * @enum {string}
             */
            lateReasonCode?: "PAPER_SHEET_DELAYED" | "EMERGENCY" | "SYSTEM_UNAVAILABLE" | "DISPUTE_UPHELD" | "OTHER";
            /** @description 说明：不能为空，最多 500 个字，不能含有看不见的字符 */
            note?: string;
        };
        ArrayBuffer: {
            byteLength: number;
        };
        AssignServiceGroupMember: {
            /** @description 编入日期：请填真实存在的日期，例如 2026-07-01 */
            assignedOn: string;
            /**
             * Format: uuid
             * @description 队员：必须是编号（小写 UUID）
             */
            volunteerId: string;
        };
        AssumeLeadershipPost: {
            /** @description 任职日期：请填真实存在的日期，例如 2026-07-01 */
            assumedOn: string;
            /** @description 任职文件：不能为空，最多 120 个字，不能含有看不见的字符 */
            document?: string;
            /**
             * Format: uuid
             * @description 任职记录：必须是编号（小写 UUID）
             */
            postId: string;
            /** @description 职务名称：不能为空，最多 60 个字，不能含有看不见的字符 */
            postName: string;
            /**
             * Format: uuid
             * @description 任职人员：必须是编号（小写 UUID）
             */
            volunteerId: string;
        };
        AttendanceItem: {
            activityId: string;
            attestedBy: null | string;
            countedMinutes: number;
            endDerived: boolean;
            endsAt: string;
            endsOn: string;
            entryId: string;
            lateReasonCode: ("DISPUTE_UPHELD" | "EMERGENCY" | "OTHER" | "PAPER_SHEET_DELAYED" | "SYSTEM_UNAVAILABLE") | null;
            /** @enum {string} */
            provenance: "BROUGHT_FORWARD" | "DECLARED" | "EXTERNAL" | "MEASURED" | "WITNESSED";
            recordedBy: string;
            recordedOn: string;
            reversalReasonCode: ("DUPLICATE" | "FALSE_CLAIM" | "NOT_VOLUNTEER_SERVICE" | "OTHER_ENTRY_STANDS" | "RECORDING_ERROR" | "REWARDED_SERVICE" | "WRONG_PERSON") | null;
            reversedOn: null | string;
            servedOn: string;
            serviceMinutes: number;
            sessionId: string;
            sheetId: null | string;
            startsAt: string;
            /** @enum {string} */
            state: "attested" | "conflicted" | "credited" | "declined" | "held" | "recorded" | "reversed";
            teamId: null | string;
            teamName: null | string;
            volunteerId: string;
            volunteerName: null | string;
        };
        AttendanceLine: {
            /** @description 签退时间：请填 00:00 至 24:00 的时刻，例如 09:30 */
            endsAt?: string;
            /** @description 签退日期：请填真实存在的日期，例如 2026-07-01 */
            endsOn?: string;
            /**
             * Format: uuid
             * @description 时长记录编号：必须是编号（小写 UUID）
             */
            entryId: string;
            /** @description 备注：不能为空，最多 500 个字，不能含有看不见的字符 */
            note?: string;
            /** @description 签到日期：请填真实存在的日期，例如 2026-07-01 */
            servedOn?: string;
            /** @description 服务时长（分钟）：请填 1 至 1440 的整数 */
            serviceMinutes: number;
            /** @description 签到时间：请填 00:00 至 24:00 的时刻，例如 09:30 */
            startsAt: string;
            /**
             * Format: uuid
             * @description 志愿服务队：必须是编号（小写 UUID）
             */
            teamId?: string;
            /**
             * Format: uuid
             * @description 志愿者：必须是编号（小写 UUID）
             */
            volunteerId: string;
        };
        AttestAttendance: {
            /** @description 志愿者：必须是编号（小写 UUID） */
            volunteerIds?: string[];
        };
        AttestBatchRequest: {
            /**
             * Format: uuid
             * @description 从哪一条之后继续：必须是编号（小写 UUID）
             */
            after?: string;
            /** @description 本次最多确认几条：请填 1 至 200 的整数 */
            limit?: number;
        };
        AttestedPart: {
            attested: number;
            left: number;
            next?: string;
            refusals: components["schemas"]["RefusalCount"][];
            rows: components["schemas"]["BatchRow"][];
        };
        AttestServiceHours: Record<string, never>;
        AwardStar: {
            /** @description 认定文件：不能为空，最多 120 个字，不能含有看不见的字符 */
            document?: string;
            /** @description 认定星级：请填 1 至 5 的整数 */
            stars: number;
        };
        BatchItem: {
            accountId: string;
            batchId: string;
            displayName: null | string;
            existing: number;
            fileSha256: string;
            finishedAt: null | string;
            /** @enum {string} */
            kind: "members" | "organizations" | "roster" | "sign-in" | "teams";
            organizationId: string;
            refused: number;
            startedAt: string;
            /** @enum {string} */
            state: "FINISHED" | "RUNNING" | "WITH_REFUSALS";
            written: number;
        };
        BatchRow: {
            entryId: string;
            /** @enum {string} */
            outcome: "EXISTING" | "REFUSED" | "WRITTEN";
            position?: string;
            refusal?: string;
            row: number;
            volunteerId: string;
        };
        BookLine: {
            minutesAsClosed: number;
            minutesAsKnown: number;
            name: string;
            volunteerId: string;
        };
        BookTotals: {
            changed: number;
            minutesAsClosed: number;
            minutesAsKnown: number;
        };
        BreachedPerson: {
            name: null | string;
            notifiedOn: null | string;
            volunteerId: string;
            volunteerNumber: null | string;
        };
        BreakCount: {
            breaks: number;
            /** @enum {string} */
            kind: "CONFLICTED" | "DISPUTED" | "HELD" | "NOT_CREDITED" | "NOT_ENROLLED" | "SIDES_DIFFER";
        };
        BridgeLine: {
            activityId: null | string;
            adjustedIn: null | number;
            adjustedOn: null | string;
            entryId: string;
            isOnTimeOfAnotherRecord: boolean;
            minutesAsClosed: number;
            minutesAsKnown: number;
            name: string;
            organizationId: string;
            reasonCode: null | string;
            servedOn: string;
            teamId: null | string;
            volunteerId: string;
        };
        CallBackAffiliationTransfer: {
            /** @description 撤回日期：请填真实存在的日期，例如 2026-07-01 */
            calledBackOn: string;
            /** @description 撤回原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
        };
        CancelActivity: {
            /** @description 取消原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
        };
        CancelSignUp: Record<string, never>;
        CeaseMembership: {
            /** @description 生效日期：请填真实存在的日期，例如 2026-07-01 */
            ceasedOn: string;
            /** @description 决定文件：不能为空，最多 120 个字，不能含有看不见的字符 */
            document?: string;
            /**
             * @description 处理类别：请从列表中选取
             * @enum {string}
             */
            measure: "SUSPENDED" | "STOPPED" | "REMOVED" | "EXPELLED" | "PROBATION_CANCELLED";
            /** @description 原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
        };
        CertificateChange: {
            minutesAfter: number;
            minutesBefore: number;
            servedOn: string;
        };
        CertificateDocument: {
            broughtForwardMinutes: number;
            changes: components["schemas"]["CertificateChange"][];
            code: string;
            entries: number;
            fromOn: string;
            handlerName: string;
            headName: string;
            idNumber: string;
            issuedOn: null | string;
            issuer: {
                name: string;
                unitName: string;
            };
            issuerContact: string;
            ledgerPosition: string;
            name: string;
            number: string;
            preparedOn: string;
            publicFrom: null | string;
            publicUntil: null | string;
            revocationReason: ("FALSE_CLAIM" | "ISSUED_IN_ERROR" | "ISSUER_NOT_ENTITLED") | null;
            revokedOn: null | string;
            serviceMinutes: number;
            services: components["schemas"]["CertifiedService"][];
            /** @enum {string} */
            standing: "PREPARED" | "REVOKED" | "SUPERSEDED" | "VALID";
            untilOn: string;
            volunteerNumber: string;
        };
        CertificateItem: {
            broughtForwardMinutes: number;
            changes: number;
            fromOn: string;
            handledBy: string;
            headedBy: null | string;
            issuedOn: null | string;
            name: null | string;
            number: string;
            ordinal: number;
            organizationId: string;
            preparedOn: string;
            publicFrom: null | string;
            publicUntil: null | string;
            revocationReason: ("FALSE_CLAIM" | "ISSUED_IN_ERROR" | "ISSUER_NOT_ENTITLED") | null;
            revokedOn: null | string;
            serviceMinutes: number;
            /** @enum {string} */
            standing: "PREPARED" | "REVOKED" | "SUPERSEDED" | "VALID";
            untilOn: string;
            volunteerId: string;
        };
        CertificatesOfPerson: {
            items: components["schemas"]["CertificateItem"][];
            nextOrdinal: number;
            page: number;
            pageSize: number;
            total: number;
        };
        CertifiedService: {
            broughtForward: boolean;
            content: string;
            firstOn: string;
            lastOn: string;
            place: string;
            serviceMinutes: number;
            title: string;
        };
        ChangeActivity: {
            /** @description 活动地点：不能为空，最多 200 个字，不能含有看不见的字符 */
            place?: string;
            /** @description 变更原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
            /** @description 活动负责人：不能为空，最多 100 个字，不能含有看不见的字符 */
            responsiblePerson?: string;
        };
        ChangeParticulars: {
            /** @description 出生年月：请填年月或真实存在的日期，例如 2002-02 或 2002-02-18 */
            birthDate?: string;
            /** @description 变更日期：请填真实存在的日期，例如 2026-07-01 */
            changedOn: string;
            /**
             * @description 所查看的证件：请从列表中选取
             * @enum {string}
             */
            documentSeen?: "ID_CARD" | "HOUSEHOLD_REGISTER" | "POLICE_CERTIFICATE";
            /**
             * @description 学历：请从列表中选取
             * @enum {string}
             */
            education?: "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "21" | "22" | "23" | "28" | "31" | "32" | "33" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "61" | "62" | "63" | "71" | "73" | "81" | "83" | "90";
            /**
             * Format: email
             * @description 电子邮箱：请填电子邮箱，例如 name@example.cn，最多 100 个字
             */
            email?: string;
            /**
             * @description 民族：请从列表中选取
             * @enum {string}
             */
            ethnicity?: "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "97" | "98";
            /** @description 志愿服务经历：不能为空，最多 2000 个字，不能含有看不见的字符 */
            experience?: string;
            /**
             * @description 健康状况：请从列表中选取
             * @enum {string}
             */
            health?: "1" | "2" | "3" | "6";
            /** @description 身份证号码：18 位公民身份号码不正确，请对照证件逐位核对 */
            idNumber?: string;
            /** @description 入党时间：请填年月或真实存在的日期，例如 2002-02 或 2002-02-18 */
            joinedPartyOn?: string;
            /** @description 主要志愿服务项目：不能为空，最多 200 个字，不能含有看不见的字符 */
            mainProjects?: string;
            /** @description 手机：请填 11 位手机号码，例如 13800000000 */
            mobiles?: string[];
            /** @description 姓名：不能为空，最多 50 个字，不能含有看不见的字符 */
            name?: string;
            /** @description 办公电话：请填办公电话，例如 0511-85012345 */
            officePhones?: string[];
            /**
             * @description 人员类别：请从列表中选取
             * @enum {string}
             */
            participantKind?: "FULL_MEMBER" | "PROBATIONARY_MEMBER" | "APPLICANT_ACTIVIST" | "OTHER_VOLUNTEER";
            /** @description 照片：格式不对，例如 64 位小写十六进制 */
            photo?: string;
            /**
             * @description 政治面貌：请从列表中选取
             * @enum {string}
             */
            politicalStatus?: "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "12" | "13";
            /** @description 变更原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
            /** @description 服务志愿：请从列表中选取 */
            serviceInterests?: ("01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "99")[];
            /**
             * @description 性别：请从列表中选取
             * @enum {string}
             */
            sex?: "0" | "1" | "2" | "9";
            /** @description 特长：不能为空，最多 500 个字，不能含有看不见的字符 */
            skills?: string;
            /** @description 原表内容：不能为空，最多 2000 个字，不能含有看不见的字符 */
            sourceText?: string;
            /** @description 年龄：请填 14 至 120 的整数 */
            statedAge?: number;
            /** @description 年龄的计算日期：请填真实存在的日期，例如 2026-07-01 */
            statedAgeOn?: string;
            /** @description 所在单位：不能为空，最多 100 个字，不能含有看不见的字符 */
            workUnit?: string;
        };
        ChangePasswordRequest: {
            /** @description 新密码：不能为空，最多 128 个字，不能含有看不见的字符 */
            newPassword: string;
            /** @description 原密码：不能为空，最多 500 个字，不能含有看不见的字符 */
            password: string;
        };
        CheckIdNumberRequest: {
            /** @description 身份证号码：18 位公民身份号码不正确，请对照证件逐位核对 */
            idNumber: string;
        };
        CheckIn: {
            /** @description 现场签到码：格式不对，例如 59471234.x1y2z3… */
            code?: string;
            /** @description 设备时间：请填协调世界时，例如 2026-07-01T01:00:00.000Z */
            deviceTime?: string;
            /**
             * Format: uuid
             * @description 时长记录编号：必须是编号（小写 UUID）
             */
            entryId: string;
            /**
             * Format: uuid
             * @description 志愿服务队：必须是编号（小写 UUID）
             */
            teamId?: string;
            /**
             * Format: uuid
             * @description 志愿者：必须是编号（小写 UUID）
             */
            volunteerId: string;
        };
        CheckInCode: {
            changesAt: number;
            code: string;
        };
        CheckOut: {
            /** @description 现场签到码：格式不对，例如 59471234.x1y2z3… */
            code?: string;
            /** @description 设备时间：请填协调世界时，例如 2026-07-01T01:00:00.000Z */
            deviceTime?: string;
            /**
             * Format: uuid
             * @description 志愿者：必须是编号（小写 UUID）
             */
            volunteerId: string;
        };
        Checkpoints: {
            items: components["schemas"]["KeptCheckpoint"][];
            quarantined: components["schemas"]["Quarantined"][];
            sealed: number;
            total: number;
        };
        CheckTenHaves: {
            /** @description 自查日期：请填真实存在的日期，例如 2026-07-01 */
            checkedOn: string;
            /** @description 说明：不能为空，最多 500 个字，不能含有看不见的字符 */
            note?: string;
            /** @description 具备的项目：请从列表中选取 */
            present: ("TEAM_FLAG" | "TEAM_CHARTER" | "TEAM_INSIGNIA" | "ANNUAL_PLAN" | "LEADER_AND_GROUPS" | "STAR_RULES" | "ONLINE_REGISTER" | "ACTIVITY_ARCHIVE" | "RECORD_BOOK" | "REAL_NAME_GROUP")[];
            /** @description 年度：请填 2000 至 2200 的整数 */
            year: number;
        };
        ChoosePrimaryTeam: {
            /** @description 选定日期：请填真实存在的日期，例如 2026-07-01 */
            chosenOn: string;
            /**
             * Format: uuid
             * @description 服务队：必须是编号（小写 UUID）
             */
            teamId: string;
        };
        ClearPrimaryTeam: {
            /** @description 取消日期：请填真实存在的日期，例如 2026-07-01 */
            clearedOn: string;
            /**
             * Format: uuid
             * @description 服务队：必须是编号（小写 UUID）
             */
            teamId: string;
        };
        ClosedBook: {
            activities: number;
            bookHash: string;
            entries: number;
            lines: components["schemas"]["ClosedLine"][];
            organizationId: string;
            position: string;
            serviceMinutes: number;
            volunteers: number;
            year: number;
        };
        ClosedLine: {
            activities: number;
            entries: number;
            serviceMinutes: number;
            volunteerId: string;
        };
        CloseYear: {
            /** @description 年结决定：不能为空，最多 500 个字，不能含有看不见的字符 */
            decision?: string;
        };
        CloseYearProvisionally: Record<string, never>;
        ClosingProgress: {
            closed: number;
            volunteers: number;
        };
        CompleteCorrection: {
            /**
             * Format: uuid
             * @description 申请编号：必须是编号（小写 UUID）
             */
            requestId: string;
        };
        ConclusionCount: {
            conclusion: ("EXEMPTED" | "NOT_APPLICABLE" | "TARGET_MET" | "TARGET_NOT_MET") | null;
            reviews: number;
        };
        ConfirmOrganizationReview: {
            /**
             * @description 评议结论：请从列表中选取
             * @enum {string}
             */
            conclusion: "TARGETS_MET" | "TARGETS_NOT_MET" | "NOT_APPLICABLE";
            /** @description 说明：不能为空，最多 500 个字，不能含有看不见的字符 */
            note?: string;
            /** @description 年度：请填 2000 至 2200 的整数 */
            year: number;
        };
        ConfirmRosterReview: {
            /** @description 第几次调整：请填 1 至 2 的整数 */
            half: number;
            /** @description 说明：不能为空，最多 500 个字，不能含有看不见的字符 */
            note?: string;
            /** @description 年度：请填 2000 至 2200 的整数 */
            year: number;
        };
        ConfirmTeamReview: {
            /**
             * @description 评议结论：请从列表中选取
             * @enum {string}
             */
            conclusion: "TARGET_MET" | "TARGET_NOT_MET" | "NOT_APPLICABLE";
            /** @description 说明：不能为空，最多 500 个字，不能含有看不见的字符 */
            note?: string;
        };
        ConfirmVolunteerReview: {
            /**
             * @description 评议结论：请从列表中选取
             * @enum {string}
             */
            conclusion: "TARGET_MET" | "TARGET_NOT_MET" | "EXEMPTED" | "NOT_APPLICABLE";
            /** @description 说明：不能为空，最多 500 个字，不能含有看不见的字符 */
            note?: string;
        };
        CorrectServiceHours: {
            /** @description 处理决定：不能为空，最多 200 个字，不能含有看不见的字符 */
            decision?: string;
            /**
             * Format: uuid
             * @description 异议编号：必须是编号（小写 UUID）
             */
            disputeId?: string;
            /** @description 更正后的结束时间：请填 00:00 至 24:00 的时刻，例如 09:30 */
            endsAt?: string;
            /** @description 佐证文件的 SHA-256：格式不对，例如 a3f5…（64 位小写十六进制） */
            evidenceHash?: string;
            /** @description 原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
            /**
             * @description 更正类别：请从列表中选取
             * @enum {string}
             */
            reasonCode: "RECORDING_ERROR" | "WRONG_PERSON" | "DUPLICATE" | "NOT_VOLUNTEER_SERVICE" | "REWARDED_SERVICE";
            /**
             * Format: uuid
             * @description 更正后的时长记录编号：必须是编号（小写 UUID）
             */
            replacementId: string;
            /** @description 更正后的服务时长（分钟）：请填 1 至 1440 的整数 */
            serviceMinutes: number;
            /** @description 更正后的开始时间：请填 00:00 至 24:00 的时刻，例如 09:30 */
            startsAt?: string;
        };
        CountedVolunteerLine: {
            joinedTeamOn: null | string;
            name: string;
            /** @enum {string} */
            participantKind: "APPLICANT_ACTIVIST" | "FULL_MEMBER" | "OTHER_VOLUNTEER" | "PROBATIONARY_MEMBER";
            teamId: null | string;
            volunteerId: string;
            volunteerNumber: string;
        };
        CoverageCount: {
            withoutTeam: number;
            withTeam: number;
        };
        CoverageLine: {
            fullMemberVolunteers: number;
            /** @enum {string} */
            kind: "CITY_ORGANIZATION_DEPARTMENT" | "COUNTY_ORGANIZATION_DEPARTMENT" | "GENERAL_BRANCH" | "GRASSROOTS_COMMITTEE" | "JOINT_BRANCH" | "LEADING_PARTY_GROUP" | "PARTY_BRANCH" | "PARTY_COMMITTEE" | "PARTY_GROUP" | "PARTY_WORK_COMMITTEE" | "PROVISIONAL_BRANCH" | "SUPERVISING_DEPARTMENT" | "VOLUNTEER_COORDINATION_BODY";
            memberCount: null | components["schemas"]["MemberCountFrom2"];
            name: string;
            organizationId: string;
            pack: null | components["schemas"]["PackFrom"];
            parentId: null | string;
            parentKind: ("CITY_ORGANIZATION_DEPARTMENT" | "COUNTY_ORGANIZATION_DEPARTMENT" | "GENERAL_BRANCH" | "GRASSROOTS_COMMITTEE" | "JOINT_BRANCH" | "LEADING_PARTY_GROUP" | "PARTY_BRANCH" | "PARTY_COMMITTEE" | "PARTY_GROUP" | "PARTY_WORK_COMMITTEE" | "PROVISIONAL_BRANCH" | "SUPERVISING_DEPARTMENT" | "VOLUNTEER_COORDINATION_BODY") | null;
            ratio: null | components["schemas"]["RatioStanding"];
            teamCount: null | {
                /** @enum {string} */
                adviceKey: "not_applicable";
                /** @enum {boolean} */
                advisoryOnly: true;
                clause: string;
                expected: null;
                /** @enum {string} */
                origin: "default" | "law" | "notice";
                quote: string;
                /** @enum {boolean} */
                within: true;
            } | {
                /** @enum {string} */
                adviceKey: "within";
                /** @enum {boolean} */
                advisoryOnly: true;
                clause: string;
                expected: components["schemas"]["TeamRange"];
                /** @enum {string} */
                origin: "default" | "law" | "notice";
                quote: string;
                /** @enum {boolean} */
                within: true;
            } | {
                /** @enum {string} */
                adviceKey: "above" | "below";
                /** @enum {boolean} */
                advisoryOnly: true;
                clause: string;
                expected: components["schemas"]["TeamRange"];
                /** @enum {string} */
                origin: "default" | "law" | "notice";
                quote: string;
                /** @enum {boolean} */
                within: false;
            };
            teamDuty: null | components["schemas"]["TeamDuty"];
            teams: number;
            volunteers: number;
        };
        CoverageTeamLine: {
            establishedOn: string;
            name: string;
            ordinal: number;
            teamId: string;
        };
        CoverageVolunteerLine: {
            name: string;
            /** @enum {string} */
            participantKind: "APPLICANT_ACTIVIST" | "FULL_MEMBER" | "OTHER_VOLUNTEER" | "PROBATIONARY_MEMBER";
            volunteerId: string;
            volunteerNumber: string;
        };
        CreateAccountRequest: {
            /** @description 显示名称：不能为空，最多 50 个字，不能含有看不见的字符 */
            displayName: string;
            /** @description 角色：请给出 0 至 20 行 */
            grants: components["schemas"]["GrantRequest"][];
            /** @description 登录名：不能为空，最多 40 个字，不能含有看不见的字符 */
            login: string;
            /** @description 初始密码：不能为空，最多 128 个字，不能含有看不见的字符 */
            password: string;
            /**
             * Format: uuid
             * @description 关联的志愿者：必须是编号（小写 UUID）
             */
            volunteerId?: string;
        };
        DeclineApplication: {
            /** @description 不予通过日期：请填真实存在的日期，例如 2026-07-01 */
            declinedOn: string;
            /** @description 不予通过原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
        };
        DeclinePrivacyRequest: {
            /**
             * @description 理由：请从列表中选取
             * @enum {string}
             */
            ground: "RETENTION_NOT_OVER" | "NOT_THE_PERSON" | "NOTHING_TO_DO" | "OTHER_LAW";
            /**
             * Format: uuid
             * @description 申请编号：必须是编号（小写 UUID）
             */
            requestId: string;
        };
        DeclineServiceHours: {
            /** @description 不予计入的原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
        };
        DeclineStar: {
            /** @description 不予认定的理由：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
            /** @description 申报星级：请填 1 至 5 的整数 */
            stars: number;
        };
        DesignateReceivingDesk: {
            /** @description 联系人：不能为空，最多 50 个字，不能含有看不见的字符 */
            contactPerson: string;
            /**
             * Format: uuid
             * @description 报送受理窗口：必须是编号（小写 UUID）
             */
            deskId: string;
            /** @description 启用日期：请填真实存在的日期，例如 2026-07-01 */
            effectiveOn: string;
            /**
             * Format: email
             * @description 电子邮箱：请填电子邮箱，例如 name@example.cn，最多 100 个字
             */
            email?: string;
            /** @description 受理科室：不能为空，最多 100 个字，不能含有看不见的字符 */
            office: string;
            /** @description 联系电话：不能为空，最多 40 个字，不能含有看不见的字符 */
            phone: string;
            /** @description QQ 号：格式不对，例如 123456789 */
            qqNumber?: string;
        };
        DisclosureLine: {
            /** Format: date-time */
            at: string;
            byAccount: string;
            byName: null | string;
            groups: ("contact" | "free" | "identity" | "photo" | "sensitive")[];
            /** @enum {string} */
            means: "ANNEX_2" | "ANNEX_3" | "BUNDLE" | "CERTIFICATE" | "HISTORY" | "PERSONAL_DATA" | "REGISTER";
            n: string;
            organizationId: null | string;
            /** @enum {string} */
            purpose: "AUDIT" | "CERTIFICATE" | "CONTACT" | "CORRECTION" | "EMERGENCY" | "HAND_IN" | "INSURANCE" | "OWN_REQUEST" | "VERIFY_IDENTITY";
            receiver: ("AUDITOR" | "HIGHER_ORGANIZATION" | "OTHER_UNIT" | "OWN_UNIT" | "PERSON") | null;
            volunteerId: string;
        };
        DisputeCounts: {
            answered: number;
            open: number;
            overdue: number;
        };
        DisputeServiceHours: {
            /**
             * Format: uuid
             * @description 异议编号：必须是编号（小写 UUID）
             */
            disputeId: string;
            /**
             * Format: uuid
             * @description 时长记录编号：必须是编号（小写 UUID）
             */
            entryId?: string;
            /**
             * @description 异议类别：请从列表中选取
             * @enum {string}
             */
            ground: "DID_NOT_SERVE" | "MINUTES_WRONG" | "MISSING" | "WRONG_PERSON" | "NOT_VOLUNTEER_SERVICE" | "OTHER";
            /**
             * Format: uuid
             * @description 活动组织单位：必须是编号（小写 UUID）
             */
            organizationId?: string;
            /** @description 异议内容：不能为空，最多 1000 个字，不能含有看不见的字符 */
            statement: string;
        };
        DissolveTeam: {
            /** @description 撤销日期：请填真实存在的日期，例如 2026-07-01 */
            dissolvedOn: string;
            /** @description 文件日期：请填真实存在的日期，例如 2026-07-01 */
            documentDatedOn: string;
            /** @description 文件文号：不能为空，最多 100 个字，不能含有看不见的字符 */
            documentNumber?: string;
            /** @description 文件标题：不能为空，最多 200 个字，不能含有看不见的字符 */
            documentTitle: string;
        };
        Done: {
            accountId: string;
        };
        DropAnnualActivity: {
            /** @description 取消原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
        };
        EndLeadershipPost: {
            /** @description 免职日期：请填真实存在的日期，例如 2026-07-01 */
            endedOn: string;
        };
        EndQuotaExemption: {
            /** @description 恢复要求日期：请填真实存在的日期，例如 2026-07-01 */
            endedOn: string;
        };
        EnrolVolunteer: {
            /** @description 登记造册日期：请填真实存在的日期，例如 2026-07-01 */
            enrolledOn: string;
        };
        EscalateServiceHoursDispute: {
            /**
             * @description 上报原因：请从列表中选取
             * @enum {string}
             */
            reasonCode: "OVERDUE" | "APPEAL";
        };
        EstablishFalseClaim: {
            /** @description 处理决定：不能为空，最多 200 个字，不能含有看不见的字符 */
            decision: string;
            /**
             * Format: uuid
             * @description 异议编号：必须是编号（小写 UUID）
             */
            disputeId?: string;
            /** @description 佐证文件的 SHA-256：格式不对，例如 a3f5…（64 位小写十六进制） */
            evidenceHash?: string;
            /** @description 原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
        };
        EstablishTeam: {
            /** @description 组建文件日期：请填真实存在的日期，例如 2026-07-01 */
            documentDatedOn: string;
            /** @description 组建文件文号：不能为空，最多 100 个字，不能含有看不见的字符 */
            documentNumber?: string;
            /** @description 组建文件标题：不能为空，最多 200 个字，不能含有看不见的字符 */
            documentTitle: string;
            /** @description 组建日期：请填真实存在的日期，例如 2026-07-01 */
            establishedOn: string;
            /** @description 主要志愿服务项目：不能为空，最多 300 个字，不能含有看不见的字符 */
            mainProjects?: string;
            /** @description 服务队名称：不能为空，最多 100 个字，不能含有看不见的字符 */
            name: string;
            /** @description 队序：请填 1 至 1000 的整数 */
            ordinal: number;
            /**
             * Format: uuid
             * @description 所属党组织：必须是编号（小写 UUID）
             */
            organizationId: string;
            /**
             * Format: uuid
             * @description 服务队：必须是编号（小写 UUID）
             */
            teamId: string;
        };
        EvidenceItem: {
            activityId: string;
            addedOn: string;
            bytes: number;
            caption: null | string;
            /** @enum {string} */
            contentType: "JPEG" | "PDF" | "PNG";
            evidenceId: string;
            /** @enum {string} */
            evidenceKind: "COMMAND_BODY_CONFIRMATION" | "OTHER" | "PHOTO" | "SIGN_IN_SHEET" | "STATEMENT";
            organizationId: string;
            sessionId: null | string;
            sha256: string;
            showsMinor: boolean;
            usedElsewhere: number;
        };
        EvidenceOfPerson: {
            activityId: string;
            addedOn: string;
            bytes: number;
            /** @enum {string} */
            contentType: "JPEG" | "PDF" | "PNG";
            evidenceId: string;
            /** @enum {string} */
            evidenceKind: "COMMAND_BODY_CONFIRMATION" | "OTHER" | "PHOTO" | "SIGN_IN_SHEET" | "STATEMENT";
            organizationId: string;
            others: number;
            sha256: string;
        };
        ExemptedItem: {
            exemptionId: string;
            from: string;
            name: string;
            until: null | string;
            volunteerId: string;
            volunteerNumber: string;
        };
        ExemptedSpan: {
            exemptionId: string;
            from: string;
            until: null | string;
        };
        ExemptFromQuota: {
            /** @description 免除起始日期：请填真实存在的日期，例如 2026-07-01 */
            effectiveOn: string;
            /**
             * Format: uuid
             * @description 免除编号：必须是编号（小写 UUID）
             */
            exemptionId: string;
            /**
             * @description 免除事由：请从列表中选取
             * @enum {string}
             */
            exemptionReason: "OLD_AGE" | "LONG_ILLNESS" | "DISABILITY" | "CARE_OF_FAMILY" | "AWAY_ON_DUTY" | "OTHER";
            /** @description 说明：不能为空，最多 500 个字，不能含有看不见的字符 */
            note?: string;
            /** @description 免除截止日期：请填真实存在的日期，例如 2026-07-01 */
            untilOn?: string;
        };
        ExportLine: {
            /** Format: date-time */
            at: string;
            byAccount: string;
            contentHash: string;
            exportId: string;
            groups: ("contact" | "free" | "identity" | "photo" | "sensitive")[];
            /** @enum {string} */
            means: "ANNEX_2" | "ANNEX_3" | "BUNDLE" | "CERTIFICATE" | "HISTORY" | "PERSONAL_DATA" | "REGISTER";
            notices: number;
            organizationId: null | string;
            people: number;
            /** @enum {string} */
            purpose: "AUDIT" | "CERTIFICATE" | "CONTACT" | "CORRECTION" | "EMERGENCY" | "HAND_IN" | "INSURANCE" | "OWN_REQUEST" | "VERIFY_IDENTITY";
            /** @enum {string} */
            receiver: "AUDITOR" | "HIGHER_ORGANIZATION" | "OTHER_UNIT" | "OWN_UNIT" | "PERSON";
        };
        ExportSelectionRequest: {
            /** @description 列：不能为空，最多 40 个字，不能含有看不见的字符 */
            columns: string[];
            /**
             * @description 用途：请从列表中选取
             * @enum {string}
             */
            purpose: "HAND_IN" | "CONTACT" | "VERIFY_IDENTITY" | "INSURANCE" | "CERTIFICATE" | "EMERGENCY" | "CORRECTION" | "AUDIT" | "OWN_REQUEST";
            /**
             * @description 交给谁：请从列表中选取
             * @enum {string}
             */
            receiver: "HIGHER_ORGANIZATION" | "OWN_UNIT" | "PERSON" | "AUDITOR" | "OTHER_UNIT";
            /** @description 选定：不能为空，最多 40000 个字，不能含有看不见的字符 */
            selection: string;
        };
        ExtendProbation: {
            /** @description 决定日期：请填真实存在的日期，例如 2026-07-01 */
            decidedOn: string;
            /** @description 延长至：请填真实存在的日期，例如 2026-07-01 */
            extendedUntil: string;
            /** @description 原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
        };
        FilePrivacyRequest: {
            /**
             * @description 处理方式：请从列表中选取
             * @enum {string}
             */
            answer: "CORRECT" | "RESTRICT" | "RELEASE" | "SHRED";
            /**
             * @description 依据：请从列表中选取
             * @enum {string}
             */
            basis: "PURPOSE_MET" | "SERVICE_ENDED" | "CONSENT_WITHDRAWN" | "UNLAWFUL" | "RETENTION_OVER" | "INACCURATE" | "DISPUTED";
            /** @description 佐证：必须是编号（小写 UUID） */
            evidenceIds?: string[];
            /** @description 信息类别：请从列表中选取 */
            groups: ("identity" | "contact" | "sensitive" | "photo" | "free")[];
            /**
             * Format: uuid
             * @description 申请编号：必须是编号（小写 UUID）
             */
            requestId: string;
        };
        FormationLine: {
            memberCount: null | components["schemas"]["MemberCountFrom"];
            members: null | number;
            name: string;
            organizationId: string;
            teamCount: number;
            unitName: string;
            volunteerCount: number;
        };
        FormedTeam: {
            establishedOn: string;
            name: string;
            ordinal: number;
            teamId: string;
        };
        FormedVolunteer: {
            name: string;
            /** @enum {string} */
            participantKind: "APPLICANT_ACTIVIST" | "FULL_MEMBER" | "OTHER_VOLUNTEER" | "PROBATIONARY_MEMBER";
            teamId: string;
            volunteerId: string;
            volunteerNumber: string;
        };
        FormServiceGroup: {
            /** @description 成立日期：请填真实存在的日期，例如 2026-07-01 */
            formedOn: string;
            /**
             * Format: uuid
             * @description 小组：必须是编号（小写 UUID）
             */
            groupId: string;
            /** @description 小组名称：不能为空，最多 100 个字，不能含有看不见的字符 */
            name: string;
            /** @description 小组专长：不能为空，最多 200 个字，不能含有看不见的字符 */
            speciality?: string;
        };
        GiveCorrectionNotice: {
            /**
             * @description 告知方式：请从列表中选取
             * @enum {string}
             */
            means: "IN_WRITING" | "FACE_TO_FACE" | "TELEPHONE";
            /** @description 星数、证明序号或年度：请填 1 至 9999 的整数 */
            number?: number;
            /**
             * @description 文书种类：请从列表中选取
             * @enum {string}
             */
            paper: "EXPORT" | "STAR" | "CERTIFICATE" | "VOLUNTEER_REVIEW" | "TEAM_REVIEW" | "ORGANIZATION_REVIEW" | "HALF_YEAR_ANALYSIS" | "YEAR_ANALYSIS" | "YEAR_BOOK";
            /**
             * @description 告知了谁：请从列表中选取
             * @enum {string}
             */
            receiver: "HIGHER_ORGANIZATION" | "OWN_UNIT" | "PERSON" | "AUDITOR" | "OTHER_UNIT";
            /**
             * Format: uuid
             * @description 文书所属编号：必须是编号（小写 UUID）
             */
            subjectId: string;
            /** @description 告知日期：请填真实存在的日期，例如 2026-07-01 */
            toldOn: string;
        };
        Grant: {
            organizationId?: string;
            /** @enum {string} */
            role: "APPROVER" | "AUDITOR" | "CITY_OFFICE" | "COUNTY_OFFICE" | "RECORDER" | "SYSTEM_ADMINISTRATOR" | "TEAM_LEADER" | "UNIT_OFFICE" | "VOLUNTEER";
        };
        GrantRequest: {
            /**
             * Format: uuid
             * @description 管理范围（党组织）：必须是编号（小写 UUID）
             */
            organizationId?: string;
            /**
             * @description 角色：请从列表中选取
             * @enum {string}
             */
            role: "VOLUNTEER" | "RECORDER" | "TEAM_LEADER" | "APPROVER" | "UNIT_OFFICE" | "COUNTY_OFFICE" | "CITY_OFFICE" | "AUDITOR" | "SYSTEM_ADMINISTRATOR";
        };
        GroupLine: {
            formedOn: string;
            groupId: string;
            members: components["schemas"]["GroupMember"][];
            name: string;
            speciality: null | string;
        };
        GroupMember: {
            assignedOn: string;
            name: null | string;
            volunteerId: string;
        };
        HeadcountFrom: {
            on: string;
            staffHeadcount: number;
        };
        HeldTalk: {
            half: number;
            heldOn: string;
            talkId: string;
            year: number;
        };
        HistoryItem: {
            activities: number;
            at: string;
            batch?: string;
            by: string;
            changed: {
                [key: string]: unknown[];
            };
            closed: ("contact" | "free" | "identity" | "photo" | "sensitive")[];
            day?: string;
            erased: ("contact" | "free" | "identity" | "photo" | "sensitive")[];
            fields: {
                [key: string]: unknown;
            };
            org: string;
            position: string;
            revision: number;
            runningMinutes: {
                total: number;
                year: number;
            };
            stream: string;
            /** @enum {string} */
            type: "AffiliationMoved" | "AffiliationTransferCalledBack" | "AffiliationTransferReceived" | "AffiliationTransferRefused" | "AffiliationTransferSent" | "ApplicationApproved" | "ApplicationDeclined" | "ApplicationReturned" | "ApplicationSubmitted" | "AttendanceAttested" | "AttendanceRecorded" | "AttendanceWithdrawn" | "BreachPersonNotified" | "CertificateIssued" | "CertificatePrepared" | "CertificatePublicized" | "CertificateRevoked" | "CertificateSuperseded" | "CorrectionNoticeGiven" | "DeathRetracted" | "DuplicateLinked" | "DuplicateUnlinked" | "FalseClaimEstablished" | "HoursYearClosed" | "HoursYearOpened" | "LeadershipPostAssumed" | "LeadershipPostEnded" | "MembershipCeased" | "MembershipRestored" | "MergeUndone" | "ParticularsChanged" | "PersonsMerged" | "PrimaryTeamChosen" | "PrimaryTeamCleared" | "PriorYearAdjusted" | "PriorYearServicePosted" | "ProbationExtended" | "QuotaExempted" | "QuotaExemptionEnded" | "ReminderTalkHeld" | "RetirementRecorded" | "ServiceGroupMemberAssigned" | "ServiceHoursApproved" | "ServiceHoursAttested" | "ServiceHoursClaimWithdrawn" | "ServiceHoursConflictResolved" | "ServiceHoursConflicted" | "ServiceHoursCredited" | "ServiceHoursDeclined" | "ServiceHoursDisputeAnswered" | "ServiceHoursDisputeEscalated" | "ServiceHoursDisputed" | "ServiceHoursHeld" | "ServiceHoursMoved" | "ServiceHoursRecorded" | "ServiceHoursReversed" | "SignUpActivityChanged" | "SignUpCancelled" | "SignUpLapsed" | "SignUpRescheduled" | "StarApplicationDeclined" | "StarApplicationFiled" | "StarAwarded" | "StarRevoked" | "TeamLeaderAppointed" | "TeamLeaderStoodDown" | "TeamMemberJoined" | "TeamMemberLeft" | "TeamMemberMoved" | "VolunteerCheckedIn" | "VolunteerCheckedOut" | "VolunteerDeceased" | "VolunteerEnrolled" | "VolunteerMovedUp" | "VolunteerReviewConfirmed" | "VolunteerReviewPackMeasured" | "VolunteerReviewPrepared" | "VolunteerSignedUp" | "VolunteerWithdrew";
        };
        HistoryTotals: {
            entries: number;
            serviceMinutes: number;
            streams: number;
            years: components["schemas"]["YearTotals"][];
        };
        Holder: {
            birthDate: null | string;
            name: string;
            organizationName: null | string;
            status: ("APPLIED" | "APPROVED" | "DECEASED" | "DECLINED" | "ENROLLED" | "MERGED" | "RETURNED" | "WITHDRAWN") | null;
            volunteerId: string;
        };
        HoldSession: {
            /** @description 结束时间：请填 00:00 至 24:00 的时刻，例如 09:30 */
            endsAt: string;
            /** @description 结束日期：请填真实存在的日期，例如 2026-07-01 */
            endsOn?: string;
            /** @description 服务日期：请填真实存在的日期，例如 2026-07-01 */
            heldOn: string;
            /**
             * Format: uuid
             * @description 场次编号：必须是编号（小写 UUID）
             */
            sessionId: string;
            /** @description 开始时间：请填 00:00 至 24:00 的时刻，例如 09:30 */
            startsAt: string;
        };
        HoursDisputeItem: {
            answer: null | string;
            answerDueOn: string;
            answeredBy: null | string;
            answeredOn: null | string;
            disputedOn: string;
            disputeId: string;
            dueProvisional: boolean;
            entryId: null | string;
            escalatedFor: ("APPEAL" | "OVERDUE") | null;
            /** @enum {string} */
            ground: "DID_NOT_SERVE" | "MINUTES_WRONG" | "MISSING" | "NOT_VOLUNTEER_SERVICE" | "OTHER" | "WRONG_PERSON";
            level: number;
            organizationId: string;
            outcome: ("NOT_UPHELD" | "PARTLY_UPHELD" | "UPHELD") | null;
            overdue: boolean;
            raisedBy: string;
            statement: string;
            volunteerId: string;
            volunteerName: null | string;
            year: number;
        };
        HoursEntryItem: {
            activityId: null | string;
            activityTitle: null | string;
            approvalLevel: ("HIGHER" | "SECOND") | null;
            approvedBy: null | string;
            approvedOn: null | string;
            attestedBy: null | string;
            attestedOn: null | string;
            conflictsWith: null | string;
            countedMinutes: number;
            declinedOn: null | string;
            dueOn: null | string;
            dueProvisional: boolean;
            endsAt: string;
            entryId: string;
            holdReasons: ("DAY_OVER_HIGHER_TIER" | "DAY_OVER_SECOND_TIER" | "LATE")[];
            /** @enum {string} */
            kind: "BROUGHT_FORWARD" | "EXTERNAL" | "INDIVIDUAL" | "PAIRED_AID" | "SESSION" | "STATION_DUTY";
            late: boolean;
            lateReasonCode: ("DISPUTE_UPHELD" | "EMERGENCY" | "OTHER" | "PAPER_SHEET_DELAYED" | "SYSTEM_UNAVAILABLE") | null;
            organizationId: string;
            position: string;
            /** @enum {string} */
            provenance: "BROUGHT_FORWARD" | "DECLARED" | "EXTERNAL" | "MEASURED" | "WITNESSED";
            recordedBy: string;
            recordedOn: string;
            replacedBy: null | string;
            replaces: null | string;
            reversalPosition: null | string;
            reversalReasonCode: ("DUPLICATE" | "FALSE_CLAIM" | "NOT_VOLUNTEER_SERVICE" | "OTHER_ENTRY_STANDS" | "RECORDING_ERROR" | "REWARDED_SERVICE" | "WRONG_PERSON") | null;
            reversedBy: null | string;
            reversedOn: null | string;
            servedOn: string;
            serviceMinutes: number;
            sessionId: null | string;
            standsEntryId: null | string;
            startsAt: string;
            /** @enum {string} */
            state: "adjusted" | "attested" | "conflicted" | "credited" | "declined" | "found" | "held" | "recorded" | "reversed" | "withdrawn";
            teamId: null | string;
            teamName: null | string;
            volunteerId: string;
            volunteerName: null | string;
            year: number;
        };
        ImportBegun: {
            batchId: string;
            finishedAt: null | string;
            startedAt: string;
        };
        ImportFault: {
            code: string;
            column: string;
            message: string;
            /** @enum {string} */
            severity: "fault" | "warning";
        };
        ImportFaultyRow: {
            cells: {
                label: string;
                text: string;
            }[];
            faults: components["schemas"]["ImportFault"][];
            row: number;
        };
        ImportPaper: {
            /** @description 文件名：不能为空，最多 200 个字，不能含有看不见的字符 */
            fileName: string;
            /** @description 纸质签到表：格式不对，例如 a3f5…（64 位小写十六进制） */
            sha256: string;
        };
        ImportPreview: {
            batch: null | components["schemas"]["ImportBegun"];
            declarations: string[];
            faultCount: number;
            faultyRows: components["schemas"]["ImportFaultyRow"][];
            notes: string[];
            obstacles: string[];
            remarks: string[];
            rowsRead: number;
            rowsToWrite: number;
            warningCount: number;
        };
        ImportRequest: {
            /** @description 确为另一人的行：请给出 0 至 1000 行 */
            acceptNamesake?: components["schemas"]["ImportRow"][];
            /** @description 人数的统计日期：请填真实存在的日期，例如 2026-07-01 */
            countedOn?: string;
            /** @description 登记造册日期：请填真实存在的日期，例如 2026-07-01 */
            enrolledOn?: string;
            /** @description 组建日期：请填真实存在的日期，例如 2026-07-01 */
            establishedOn?: string;
            /** @description 组建文件日期：请填真实存在的日期，例如 2026-07-01 */
            formationDatedOn?: string;
            /** @description 组建文件文号：不能为空，最多 100 个字，不能含有看不见的字符 */
            formationNumber?: string;
            /** @description 组建文件标题：不能为空，最多 200 个字，不能含有看不见的字符 */
            formationTitle?: string;
            /** @description 填表日期：请填真实存在的日期，例如 2026-07-01 */
            formDate?: string;
            /** @description 正式党员人数：请填 0 至 99999999 的整数 */
            fullMembers?: number;
            /**
             * @description 表的种类：请从列表中选取
             * @enum {string}
             */
            kind: "organizations" | "teams" | "roster" | "members" | "sign-in";
            /**
             * @description 逾期原因：请从列表中选取
             * @enum {string}
             */
            lateReasonCode?: "PAPER_SHEET_DELAYED" | "SYSTEM_UNAVAILABLE" | "DISPUTE_UPHELD" | "OTHER";
            /** @description 负责人的领导班子职务：不能为空，最多 50 个字，不能含有看不见的字符 */
            leaderPost?: string;
            /** @description 任职文件：不能为空，最多 200 个字，不能含有看不见的字符 */
            leaderPostDocument?: string;
            /** @description 任职日期：请填真实存在的日期，例如 2026-07-01 */
            leaderPostSince?: string;
            /**
             * @description 新登记的党组织的类别：请从列表中选取
             * @enum {string}
             */
            organizationKind?: "CITY_ORGANIZATION_DEPARTMENT" | "COUNTY_ORGANIZATION_DEPARTMENT" | "SUPERVISING_DEPARTMENT" | "VOLUNTEER_COORDINATION_BODY" | "PARTY_WORK_COMMITTEE" | "LEADING_PARTY_GROUP" | "PARTY_COMMITTEE" | "GRASSROOTS_COMMITTEE" | "GENERAL_BRANCH" | "PARTY_BRANCH" | "JOINT_BRANCH" | "PROVISIONAL_BRANCH" | "PARTY_GROUP";
            /** @description 纸质签到表：请给出 0 至 40 行 */
            papers?: components["schemas"]["ImportPaper"][];
            /**
             * @description 人员类别：请从列表中选取
             * @enum {string}
             */
            participantKind?: "FULL_MEMBER" | "PROBATIONARY_MEMBER" | "APPLICANT_ACTIVIST" | "OTHER_VOLUNTEER";
            /** @description 预备党员人数：请填 0 至 99999999 的整数 */
            probationaryMembers?: number;
            /** @description 登记在所选党组织之下：只能是“是”或“否”（true / false） */
            registerBelow?: boolean;
            /** @description 党组织登记日期：请填真实存在的日期，例如 2026-07-01 */
            registeredOn?: string;
            /** @description 导入的表：格式不对，例如 a3f5…（64 位小写十六进制） */
            sheet: string;
            /** @description 全部编入的服务队：不能为空，最多 100 个字，不能含有看不见的字符 */
            team?: string;
            /** @description 分队文件：格式不对，例如 a3f5…（64 位小写十六进制） */
            teams?: string;
        };
        ImportRow: {
            /** @description 行号：请填 1 至 100000 的整数 */
            row: number;
        };
        ImportRun: {
            batchId: null | string;
            done: number;
            existing: number;
            message: null | string;
            minutes: null | components["schemas"]["MinutesCompared"];
            refused: number;
            rows: components["schemas"]["ImportRunRow"][];
            runId: string;
            /** @enum {string} */
            state: "DONE" | "FAILED" | "INTERRUPTED" | "REFUSED" | "RUNNING" | "STOPPED";
            total: number;
            written: number;
        };
        ImportRunRequest: {
            /** @description 确为另一人的行：请给出 0 至 1000 行 */
            acceptNamesake?: components["schemas"]["ImportRow"][];
            /** @description 人数的统计日期：请填真实存在的日期，例如 2026-07-01 */
            countedOn?: string;
            /** @description 登记造册日期：请填真实存在的日期，例如 2026-07-01 */
            enrolledOn?: string;
            /** @description 组建日期：请填真实存在的日期，例如 2026-07-01 */
            establishedOn?: string;
            /** @description 组建文件日期：请填真实存在的日期，例如 2026-07-01 */
            formationDatedOn?: string;
            /** @description 组建文件文号：不能为空，最多 100 个字，不能含有看不见的字符 */
            formationNumber?: string;
            /** @description 组建文件标题：不能为空，最多 200 个字，不能含有看不见的字符 */
            formationTitle?: string;
            /** @description 填表日期：请填真实存在的日期，例如 2026-07-01 */
            formDate?: string;
            /** @description 正式党员人数：请填 0 至 99999999 的整数 */
            fullMembers?: number;
            /**
             * @description 表的种类：请从列表中选取
             * @enum {string}
             */
            kind: "organizations" | "teams" | "roster" | "members" | "sign-in";
            /**
             * @description 逾期原因：请从列表中选取
             * @enum {string}
             */
            lateReasonCode?: "PAPER_SHEET_DELAYED" | "SYSTEM_UNAVAILABLE" | "DISPUTE_UPHELD" | "OTHER";
            /** @description 负责人的领导班子职务：不能为空，最多 50 个字，不能含有看不见的字符 */
            leaderPost?: string;
            /** @description 任职文件：不能为空，最多 200 个字，不能含有看不见的字符 */
            leaderPostDocument?: string;
            /** @description 任职日期：请填真实存在的日期，例如 2026-07-01 */
            leaderPostSince?: string;
            /**
             * @description 新登记的党组织的类别：请从列表中选取
             * @enum {string}
             */
            organizationKind?: "CITY_ORGANIZATION_DEPARTMENT" | "COUNTY_ORGANIZATION_DEPARTMENT" | "SUPERVISING_DEPARTMENT" | "VOLUNTEER_COORDINATION_BODY" | "PARTY_WORK_COMMITTEE" | "LEADING_PARTY_GROUP" | "PARTY_COMMITTEE" | "GRASSROOTS_COMMITTEE" | "GENERAL_BRANCH" | "PARTY_BRANCH" | "JOINT_BRANCH" | "PROVISIONAL_BRANCH" | "PARTY_GROUP";
            /** @description 纸质签到表：请给出 0 至 40 行 */
            papers?: components["schemas"]["ImportPaper"][];
            /**
             * @description 人员类别：请从列表中选取
             * @enum {string}
             */
            participantKind?: "FULL_MEMBER" | "PROBATIONARY_MEMBER" | "APPLICANT_ACTIVIST" | "OTHER_VOLUNTEER";
            /** @description 预备党员人数：请填 0 至 99999999 的整数 */
            probationaryMembers?: number;
            /** @description 登记在所选党组织之下：只能是“是”或“否”（true / false） */
            registerBelow?: boolean;
            /** @description 党组织登记日期：请填真实存在的日期，例如 2026-07-01 */
            registeredOn?: string;
            /**
             * Format: uuid
             * @description 本次写入：必须是编号（小写 UUID）
             */
            runId: string;
            /** @description 导入的表：格式不对，例如 a3f5…（64 位小写十六进制） */
            sheet: string;
            /** @description 全部编入的服务队：不能为空，最多 100 个字，不能含有看不见的字符 */
            team?: string;
            /** @description 分队文件：格式不对，例如 a3f5…（64 位小写十六进制） */
            teams?: string;
        };
        ImportRunRow: {
            /** @enum {string} */
            outcome: "EXISTING" | "REFUSED" | "WRITTEN";
            outcomeName: string;
            position: null | string;
            refusal: null | string;
            row: null | number;
            subject: string;
            volunteerNumber: null | string;
        };
        InsureActivity: {
            /** @description 保单号：不能为空，最多 100 个字，不能含有看不见的字符 */
            insuranceReference: string;
            /** @description 投保日期：请填真实存在的日期，例如 2026-07-01 */
            insuredOn: string;
            /** @description 保险公司：不能为空，最多 100 个字，不能含有看不见的字符 */
            insurer?: string;
        };
        IssueCertificate: {
            /** @description 负责人：不能为空，最多 50 个字，不能含有看不见的字符 */
            headName: string;
        };
        JoinTeam: {
            /** @description 作为主队：只能是“是”或“否”（true / false） */
            asPrimary: boolean;
            /** @description 入队日期：请填真实存在的日期，例如 2026-07-01 */
            joinedOn: string;
            /**
             * Format: uuid
             * @description 志愿者：必须是编号（小写 UUID）
             */
            volunteerId: string;
        };
        KeptCheckpoint: {
            /** Format: date-time */
            keptAt: string;
            note: string;
            rootGroups: string;
            size: number;
            witnessedAt: null | string;
            witnesses: string[];
        };
        LateShare: {
            correctedEntries: number;
            correctedMinutes: number;
            declaredMinutes: number;
            lateBasisPoints: number;
            lateEntries: number;
            lateMinutes: number;
            name: null | string;
            serviceMinutes: number;
            teamId: null | string;
        };
        LeadershipLine: {
            fault: ("LEADER_MISSING" | "POST_ELSEWHERE" | "POST_ENDED") | null;
            faultySince: null | string;
            leaderId: null | string;
            leaderName: null | string;
            name: string;
            organizationId: string;
            postId: null | string;
            replaceBy: null | string;
            teamId: string;
        };
        LeadershipPost: {
            assumedOn: string;
            document: null | string;
            endedOn: null | string;
            organizationId: string;
            postId: string;
            postName: string;
            volunteerId: string;
            volunteerName: null | string;
        };
        LeaveTeam: {
            /** @description 离队日期：请填真实存在的日期，例如 2026-07-01 */
            leftOn: string;
        };
        LeftOut: {
            /** @enum {string} */
            because: "after_the_day" | "conflicted" | "declined" | "held" | "reversed" | "same_time_of_another_record";
            entry: {
                activityId?: string;
                attestedBy: string;
                attestedOn: string;
                batch?: string;
                dueOn?: string;
                dueProvisional: boolean;
                endsAt: string;
                entryId: string;
                /** @enum {string} */
                kind: "BROUGHT_FORWARD" | "EXTERNAL" | "INDIVIDUAL" | "PAIRED_AID" | "SESSION" | "STATION_DUTY";
                late: boolean;
                /** @enum {string} */
                lateReasonCode?: "DISPUTE_UPHELD" | "EMERGENCY" | "OTHER" | "PAPER_SHEET_DELAYED" | "SYSTEM_UNAVAILABLE";
                organizationId: string;
                /** @enum {string} */
                provenance: "BROUGHT_FORWARD" | "DECLARED" | "EXTERNAL" | "MEASURED" | "WITNESSED";
                recordedBy: string;
                recordedOn: string;
                replaces?: string;
                servedOn: string;
                serviceMinutes: number;
                sessionId?: string;
                startsAt: string;
                teamId?: string;
                volunteerId: string;
            };
        };
        Me: {
            accountId: string;
            displayName: string;
            grants: components["schemas"]["Grant"][];
            login: string;
            passwordIsTemporary: boolean;
            volunteerId?: string;
        };
        MeasuredUnder: {
            fromOn: string;
            pack: string;
            packVersion: number;
            reached: number;
            target?: number;
            untilOn: string;
        };
        MemberCountFrom: {
            fullMembers: number;
            on: string;
            probationaryMembers: number;
        };
        MemberCountFrom2: {
            fullMembers: number;
            on: string;
            probationaryMembers: number;
        };
        MemberCountFrom3: {
            fullMembers: number;
            on: string;
            probationaryMembers: number;
        };
        Membership: {
            from: string;
            joinedOn: string;
            leftOn: null | string;
            organizationId: string;
            teamId: string;
        };
        Mention: {
            at: string;
            /** @enum {string} */
            group: "contact" | "free" | "identity" | "photo" | "sensitive";
            position: string;
            revision: number;
            stream: string;
            type: string;
        };
        MentionsPart: {
            items: components["schemas"]["Mention"][];
            next: null | string;
        };
        MergePartyOrganization: {
            /** @description 文件日期：请填真实存在的日期，例如 2026-07-01 */
            documentDatedOn: string;
            /** @description 文件文号：不能为空，最多 100 个字，不能含有看不见的字符 */
            documentNumber?: string;
            /** @description 文件标题：不能为空，最多 200 个字，不能含有看不见的字符 */
            documentTitle: string;
            /** @description 合并日期：请填真实存在的日期，例如 2026-07-01 */
            mergedOn: string;
            /**
             * Format: uuid
             * @description 承接党组织：必须是编号（小写 UUID）
             */
            successorId: string;
        };
        MergePersons: {
            /** @description 同一人的依据：不能为空，最多 500 个字，不能含有看不见的字符 */
            evidence: string;
            /** @description 合并日期：请填真实存在的日期，例如 2026-07-01 */
            mergedOn: string;
            /** @description 合并原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
            /**
             * Format: uuid
             * @description 保留的登记：必须是编号（小写 UUID）
             */
            survivorId: string;
        };
        MergeTeam: {
            /** @description 文件日期：请填真实存在的日期，例如 2026-07-01 */
            documentDatedOn: string;
            /** @description 文件文号：不能为空，最多 100 个字，不能含有看不见的字符 */
            documentNumber?: string;
            /** @description 文件标题：不能为空，最多 200 个字，不能含有看不见的字符 */
            documentTitle: string;
            /**
             * Format: uuid
             * @description 并入的服务队：必须是编号（小写 UUID）
             */
            intoTeamId: string;
            /** @description 合并日期：请填真实存在的日期，例如 2026-07-01 */
            mergedOn: string;
        };
        MinutesCompared: {
            conflictedMinutes: number;
            creditedMinutes: number;
            fileMinutes: number;
            heldMinutes: number;
        };
        MonthSum: {
            entries: number;
            month: number;
            serviceMinutes: number;
        };
        MoveAffiliation: {
            /**
             * Format: uuid
             * @description 承接党组织：必须是编号（小写 UUID）
             */
            toOrganizationId: string;
        };
        MoveServiceHours: {
            /** @description 处理决定：不能为空，最多 200 个字，不能含有看不见的字符 */
            decision?: string;
            /**
             * Format: uuid
             * @description 异议编号：必须是编号（小写 UUID）
             */
            disputeId?: string;
            /** @description 佐证文件的 SHA-256：格式不对，例如 a3f5…（64 位小写十六进制） */
            evidenceHash?: string;
            /** @description 原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
            /**
             * Format: uuid
             * @description 新的时长记录编号：必须是编号（小写 UUID）
             */
            toEntryId: string;
            /**
             * Format: uuid
             * @description 实际服务的志愿者：必须是编号（小写 UUID）
             */
            toVolunteerId: string;
        };
        MoveTeam: {
            /**
             * Format: uuid
             * @description 承接党组织：必须是编号（小写 UUID）
             */
            toOrganizationId: string;
        };
        NamedEntry: {
            at: string;
            batch: null | string;
            by: string;
            byName: null | string;
            closed: string[];
            command: string;
            eventId: string;
            fields: {
                [key: string]: unknown;
            };
            leafHash: string;
            org: string;
            position: string;
            revision: number;
            stream: string;
            type: string;
        };
        NamedHistory: {
            items: components["schemas"]["HistoryItem"][];
            names: {
                [key: string]: string;
            };
            totals: components["schemas"]["HistoryTotals"];
        };
        NameFrom: {
            name: string;
            on: string;
            unitName: string;
        };
        Namesake: {
            appliedOn: null | string;
            approvedOn: null | string;
            birthDate: null | string;
            deceasedOn: null | string;
            education: null | string;
            enrolledOn: null | string;
            ethnicity: null | string;
            joinedPartyOn: null | string;
            mainProjects: null | string;
            maskedIdNumber: null | string;
            name: string;
            organizationId: null | string;
            organizationName: null | string;
            participantKind: ("APPLICANT_ACTIVIST" | "FULL_MEMBER" | "OTHER_VOLUNTEER" | "PROBATIONARY_MEMBER") | null;
            politicalStatus: null | string;
            primaryTeamId: null | string;
            primaryTeamName: null | string;
            retiredOn: null | string;
            serviceInterests: null | string[];
            sex: null | string;
            skills: null | string;
            source: ("ONLINE" | "PAPER_FORM" | "SHEET_IMPORT") | null;
            statedAge: null | string;
            statedAgeOn: null | string;
            status: ("APPLIED" | "APPROVED" | "DECEASED" | "DECLINED" | "ENROLLED" | "MERGED" | "RETURNED" | "WITHDRAWN") | null;
            survivorId: null | string;
            volunteerId: string;
            volunteerNumber: null | string;
            withdrawnOn: null | string;
            workUnit: null | string;
        };
        NoteBreachRemedy: {
            /** @description 完成日期：请填真实存在的日期，例如 2026-07-01 */
            doneOn: string;
            /**
             * @description 补救措施：请从列表中选取
             * @enum {string}
             */
            remedy: "RECALLED" | "DELETED_BY_THE_RECEIVER" | "TAKEN_DOWN" | "ACCOUNT_SHUT" | "PASSWORD_CHANGED" | "DEVICE_WIPED";
        };
        NotifyBreachPersons: {
            /** @description 通知的人：必须是编号（小写 UUID） */
            volunteerIds: string[];
        };
        OpenPersonalDataRequest: {
            /** @description 内容：请从列表中选取 */
            groups: ("identity" | "contact" | "sensitive")[];
            /**
             * @description 用途：请从列表中选取
             * @enum {string}
             */
            purpose: "HAND_IN" | "CONTACT" | "VERIFY_IDENTITY" | "INSURANCE" | "CERTIFICATE" | "EMERGENCY" | "CORRECTION" | "AUDIT" | "OWN_REQUEST";
        };
        OpenSession: {
            isThis: boolean;
            openedAt: string;
            seenAt: string;
        };
        OpenSessionItem: {
            activityId: string;
            capacity: null | number;
            content: string;
            endsAt: string;
            endsOn: string;
            freePlaces: null | number;
            heldOn: string;
            isDangerous: boolean;
            isOwnTeam: boolean;
            missingSkills: string[];
            neededSkills: string[];
            organizationId: string;
            organizationName: null | string;
            ownState: ("signed_up" | "waiting") | null;
            place: string;
            requiredDay: null | string;
            responsiblePerson: string;
            serviceMode: ("CONCENTRATED" | "DAILY" | "MENU" | "PAIRED") | null;
            sessionId: string;
            signedUp: number;
            startsAt: string;
            teams: {
                name: null | string;
                teamId: string;
            }[];
            theme: ("CARE_NATURE" | "CARE_PEOPLE" | "CARE_SOCIETY") | null;
            title: string;
            waiting: number;
        };
        OrganizationLine: {
            childCount: number;
            endedOn: null | string;
            headcount: null | components["schemas"]["HeadcountFrom"];
            /** @enum {string} */
            kind: "CITY_ORGANIZATION_DEPARTMENT" | "COUNTY_ORGANIZATION_DEPARTMENT" | "GENERAL_BRANCH" | "GRASSROOTS_COMMITTEE" | "JOINT_BRANCH" | "LEADING_PARTY_GROUP" | "PARTY_BRANCH" | "PARTY_COMMITTEE" | "PARTY_GROUP" | "PARTY_WORK_COMMITTEE" | "PROVISIONAL_BRANCH" | "SUPERVISING_DEPARTMENT" | "VOLUNTEER_COORDINATION_BODY";
            lineOfAuthorityId: null | string;
            memberCount: null | components["schemas"]["MemberCountFrom3"];
            name: string;
            organizationId: string;
            pack: null | components["schemas"]["PackFrom2"];
            parentId: null | string;
            recordsSuccessorId: null | string;
            registeredOn: string;
            unitName: string;
        };
        OrganizationName: {
            name: string;
            organizationId: string;
            parentId: null | string;
        };
        OrganizationRecord: {
            childCount: number;
            endedOn: null | string;
            headcount: null | components["schemas"]["HeadcountFrom"];
            headcounts: components["schemas"]["HeadcountFrom"][];
            /** @enum {string} */
            kind: "CITY_ORGANIZATION_DEPARTMENT" | "COUNTY_ORGANIZATION_DEPARTMENT" | "GENERAL_BRANCH" | "GRASSROOTS_COMMITTEE" | "JOINT_BRANCH" | "LEADING_PARTY_GROUP" | "PARTY_BRANCH" | "PARTY_COMMITTEE" | "PARTY_GROUP" | "PARTY_WORK_COMMITTEE" | "PROVISIONAL_BRANCH" | "SUPERVISING_DEPARTMENT" | "VOLUNTEER_COORDINATION_BODY";
            lineOfAuthorityId: null | string;
            memberCount: null | components["schemas"]["MemberCountFrom3"];
            memberCounts: components["schemas"]["MemberCountFrom3"][];
            name: string;
            names: components["schemas"]["NameFrom"][];
            organizationId: string;
            pack: null | components["schemas"]["PackFrom2"];
            packs: components["schemas"]["PackFrom2"][];
            parentId: null | string;
            recordsSuccessorId: null | string;
            registeredOn: string;
            unifiedCreditCode: null | string;
            unitName: string;
        };
        OrganizationSheet: {
            analyses: {
                activities: number;
                activitiesMin: null | number;
                conclusion: null | string;
                declaredMinutes: number;
                entries: number;
                exempted: number;
                lateMinutes: number;
                minutesMin: null | number;
                organizationId: string;
                pack: string;
                packVersion: number;
                participants: number;
                /** @enum {string} */
                period: "FIRST_HALF" | "YEAR";
                position: string;
                preparedBy: string;
                preparedOn: string;
                reached: null | number;
                serviceMinutes: number;
                signedBy: null | string;
                signedOn: null | string;
                teams: number;
                teamsReached: null | number;
                volunteers: number;
                withoutMinutes: number;
                year: number;
            }[];
            rosterReviews: {
                additions: number;
                confirmedBy: null | string;
                confirmedOn: null | string;
                half: number;
                kindChanges: number;
                leaderChanges: number;
                leavers: number;
                onRoster: number;
                organizationId: string;
                pack: string;
                packVersion: number;
                position: string;
                preparedBy: string;
                preparedOn: string;
                sinceOn: string;
                teamChanges: number;
                unchanged: number;
                untilOn: string;
                year: number;
            }[];
            teamConclusions: components["schemas"]["ConclusionCount"][];
            volunteerConclusions: components["schemas"]["ConclusionCount"][];
        };
        OwnBreach: {
            breachId: string;
            /** @enum {string} */
            breachKind: "LEAKED" | "LOST" | "TAMPERED_WITH";
            /** @enum {string} */
            cause: "ACCOUNT_MISUSED" | "BROKEN_INTO" | "DEVICE_LOST" | "PAPER_LOST" | "POSTED_IN_A_GROUP" | "SENT_TO_THE_WRONG_RECEIVER" | "UNDER_INVESTIGATION";
            foundOn: string;
            groups: ("contact" | "free" | "identity" | "photo" | "sensitive")[];
            notifiedOn: string;
            organizationId: string;
            remedies: {
                doneOn: string;
                /** @enum {string} */
                remedy: "ACCOUNT_SHUT" | "DELETED_BY_THE_RECEIVER" | "DEVICE_WIPED" | "PASSWORD_CHANGED" | "RECALLED" | "TAKEN_DOWN";
            }[];
        };
        OwnedBreak: {
            /** @enum {string} */
            kind: "CONFLICTED" | "DISPUTED" | "HELD" | "NOT_CREDITED" | "NOT_ENROLLED" | "SIDES_DIFFER";
            name: string;
            organizationId: string;
            responsibleBy: null | string;
            responsibleName: null | string;
            servedOn: null | string;
            serviceMinutes: null | number;
            subjectId: string;
            volunteerId: string;
        };
        Pace: {
            due: null | number;
            forecast: number;
            isBehind: boolean;
            months: components["schemas"]["PaceMonth"][];
            neededPerMonth: null | number;
            on: string;
            reached: number;
            target: null | number;
        };
        PaceEntry: {
            activityId: null | string;
            entryId: string;
            /** @enum {string} */
            provenance: "BROUGHT_FORWARD" | "DECLARED" | "EXTERNAL" | "MEASURED" | "WITNESSED";
            servedOn: string;
            serviceMinutes: number;
            volunteerId: string;
        };
        PaceMonth: {
            dueSoFar: null | number;
            month: number;
            reached: number;
            reachedSoFar: number;
        };
        PackFrom: {
            on: string;
            pack: string;
            packVersion: number;
        };
        PackFrom2: {
            on: string;
            pack: string;
            packVersion: number;
        };
        PersonAward: {
            asOfOn: string;
            awardedOn: string;
            creditedMinutes: number;
            requiredMinutes: number;
            scheme: string;
            schemeVersion: number;
            stars: number;
            volunteerId: string;
        };
        PlanActivity: {
            /**
             * Format: uuid
             * @description 活动编号：必须是编号（小写 UUID）
             */
            activityId: string;
            /**
             * @description 载体：请从列表中选取
             * @enum {string}
             */
            carrier?: "CIVILIZED_CITY" | "NEW_COUNTRYSIDE" | "HARMONIOUS_COMMUNITY" | "SAFE_CAMPUS" | "DEVELOPMENT_STABILITY" | "GRASSROOTS_OUTREACH";
            /**
             * @description 载体下的服务类别：请从列表中选取
             * @enum {string}
             */
            carrierKind?: "TRAFFIC" | "CLEANING" | "TREE_PLANTING" | "PUBLIC_FACILITIES" | "POLICY_AND_LAW" | "TECHNICAL_SERVICE" | "CIVIL_CUSTOMS" | "AGED_AND_DISABLED" | "POOR" | "DISPUTES" | "YOUTH_EDUCATION" | "FAMILY_PLANNING" | "CULTURAL_LIFE" | "EMPLOYMENT" | "SAFETY_EDUCATION" | "MORAL_EDUCATION" | "PSYCHOLOGICAL_COUNSEL" | "ENVIRONMENT" | "SUGGESTIONS" | "VILLAGE" | "COMMUNITY" | "ENTERPRISE" | "SCHOOL" | "SOCIAL_ORGANIZATION";
            /** @description 服务内容：不能为空，最多 1000 个字，不能含有看不见的字符 */
            content: string;
            /** @description 是否有人身危险：只能是“是”或“否”（true / false） */
            isDangerous?: boolean;
            /** @description 是否应急活动：只能是“是”或“否”（true / false） */
            isEmergency?: boolean;
            /** @description 是否在工作时间内：只能是“是”或“否”（true / false） */
            isInWorkingTime?: boolean;
            /** @description 是否属于本职工作：只能是“是”或“否”（true / false） */
            isOwnDuty?: boolean;
            /** @description 是否领取报酬：只能是“是”或“否”（true / false） */
            isPaid?: boolean;
            /**
             * @description 活动性质：请从列表中选取
             * @enum {string}
             */
            nature?: "VOLUNTEER_SERVICE" | "MEETING" | "STUDY" | "TRAINING" | "VISIT";
            /** @description 所需技能：不能为空，最多 50 个字，不能含有看不见的字符 */
            neededSkills?: string[];
            /**
             * Format: uuid
             * @description 活动组织单位：必须是编号（小写 UUID）
             */
            organizationId: string;
            /** @description 活动地点：不能为空，最多 200 个字，不能含有看不见的字符 */
            place: string;
            /**
             * @description 统一组织的活动：请从列表中选取
             * @enum {string}
             */
            programme?: "LEARN_FROM_LEI_FENG" | "CIVIL_ZHENJIANG_CITIZEN" | "LANDSCAPE_GARDEN_CITY" | "INTO_COMMUNITIES";
            /** @description 活动负责人：不能为空，最多 100 个字，不能含有看不见的字符 */
            responsiblePerson: string;
            /**
             * @description 服务方式：请从列表中选取
             * @enum {string}
             */
            serviceMode?: "CONCENTRATED" | "DAILY" | "PAIRED" | "MENU";
            /**
             * @description 专项行动：请从列表中选取
             * @enum {string}
             */
            specialAction?: "CARE_VULNERABLE" | "CARE_RIVERS_AND_MOUNTAINS";
            /** @description 志愿服务队：必须是编号（小写 UUID） */
            teamIds: string[];
            /**
             * @description 活动主题：请从列表中选取
             * @enum {string}
             */
            theme?: "CARE_PEOPLE" | "CARE_SOCIETY" | "CARE_NATURE";
            /** @description 活动名称：不能为空，最多 100 个字，不能含有看不见的字符 */
            title: string;
            /**
             * @description 场所类别：请从列表中选取
             * @enum {string}
             */
            venueKind?: "PARK" | "SQUARE" | "AIRPORT" | "STATION" | "MUSEUM" | "LIBRARY" | "HOSPITAL" | "NURSING_HOME" | "HOME_FOR_THE_AGED" | "WELFARE_HOME" | "OTHER";
        };
        PlanAnnualActivity: {
            /** @description 负责人：不能为空，最多 100 个字，不能含有看不见的字符 */
            lead?: string;
            /** @description 计划月份：请填 1 至 12 的整数 */
            month: number;
            /**
             * Format: uuid
             * @description 计划项目编号：必须是编号（小写 UUID）
             */
            planLineId: string;
            /** @description 服务对象：不能为空，最多 200 个字，不能含有看不见的字符 */
            servedPeople?: string;
            /**
             * @description 活动主题：请从列表中选取
             * @enum {string}
             */
            theme?: "CARE_PEOPLE" | "CARE_SOCIETY" | "CARE_NATURE";
            /** @description 活动名称：不能为空，最多 100 个字，不能含有看不见的字符 */
            title: string;
        };
        PlanLineActivity: {
            activityId: string;
            cancelledOn: null | string;
            firstHeldOn: null | string;
            title: string;
        };
        PlanLineItem: {
            activities: components["schemas"]["PlanLineActivity"][];
            droppedOn: null | string;
            dropReason: null | string;
            lead: null | string;
            month: number;
            organizationId: string;
            planLineId: string;
            plannedOn: string;
            servedPeople: null | string;
            /** @enum {string} */
            state: "cancelled" | "dropped" | "held" | "planned";
            teamId: string;
            theme: ("CARE_NATURE" | "CARE_PEOPLE" | "CARE_SOCIETY") | null;
            title: string;
            year: number;
        };
        PlanOfTeamYear: {
            cancelled: number;
            dropped: number;
            held: number;
            planned: number;
        };
        PolicyPackItem: {
            documentNumber: null | string;
            effectiveFrom: string;
            id: string;
            isInForce: boolean;
            issuer: string;
            requiredDays: components["schemas"]["RequiredDay"][];
            requiredDayWindowDays: number;
            title: string;
            version: number;
        };
        PrepareCertificate: {
            /** @description 服务起始日期：请填真实存在的日期，例如 2026-07-01 */
            fromOn: string;
            /** @description 经办人：不能为空，最多 50 个字，不能含有看不见的字符 */
            handlerName: string;
            /** @description 出具单位联系方式：不能为空，最多 100 个字，不能含有看不见的字符 */
            issuerContact?: string;
            /**
             * Format: uuid
             * @description 出具单位：必须是编号（小写 UUID）
             */
            organizationId: string;
            /** @description 服务截止日期：请填真实存在的日期，例如 2026-07-01 */
            untilOn: string;
        };
        PrepareOrganizationReview: {
            /** @description 年度：请填 2000 至 2200 的整数 */
            year: number;
        };
        PrepareParticipationAnalysis: {
            /**
             * @description 分析期：请从列表中选取
             * @enum {string}
             */
            period: "FIRST_HALF" | "YEAR";
            /** @description 年度：请填 2000 至 2200 的整数 */
            year: number;
        };
        PrepareRosterReview: {
            /** @description 第几次调整：请填 1 至 2 的整数 */
            half: number;
            /** @description 上次核对日期：请填真实存在的日期，例如 2026-07-01 */
            sinceOn: string;
            /** @description 本次核对日期：请填真实存在的日期，例如 2026-07-01 */
            untilOn: string;
            /** @description 年度：请填 2000 至 2200 的整数 */
            year: number;
        };
        PrepareTeamReview: Record<string, never>;
        PrepareVolunteerReview: Record<string, never>;
        /** @description 问题说明（RFC 9457） */
        Problem: {
            /** @description 具体说明 */
            detail?: string;
            /** @description 逐项错误（400） */
            faults?: {
                /** @description 字段 */
                field: string;
                /** @description 说明 */
                message: string;
            }[];
            /** @description 不允许的规则名称（409） */
            refusal?: string;
            /** @description HTTP 状态码 */
            status: number;
            /** @description 问题名称 */
            title: string;
            /**
             * Format: uri
             * @description 问题类别
             */
            type: string;
        };
        ProvenanceSum: {
            entries: number;
            /** @enum {string} */
            provenance: "BROUGHT_FORWARD" | "DECLARED" | "EXTERNAL" | "MEASURED" | "WITNESSED";
            serviceMinutes: number;
        };
        PublicizeCertificate: {
            /** @description 公示起始日期：请填真实存在的日期，例如 2026-07-01 */
            publicFrom: string;
            /** @description 公示截止日期：请填真实存在的日期，例如 2026-07-01 */
            publicUntil: string;
        };
        Quarantined: {
            checks: string[];
            /** Format: date-time */
            foundAt: string;
            position: string;
            revision: number;
            stream: string;
        };
        RatioStanding: {
            basisPoints: null | number;
            basisPointsByFullMembersAlone: null | number;
            basisPointsOfAllMembers: null | number;
            clause: string;
            met: boolean | null;
            metByFullMembersAlone: boolean | null;
            needed: null | number;
            /** @enum {string} */
            origin: "default" | "law" | "notice";
            percentMin: number;
            quote: string;
        };
        RatioSummary: {
            measured: number;
            met: number;
            organizations: number;
            percentMin: null | number;
        };
        /** @description 回执：这项操作在台账中的位置 */
        Receipt: {
            /** @description 记录的 SHA-256（base64），用于日后核对 */
            leafHash: string;
            /** @description 台账位置；查询时作为 seen 参数 */
            position: string;
            /** @description 流内序号 */
            revision: number;
            /** @description 记录所在的流 */
            stream: string;
        };
        ReceiveAffiliationTransfer: {
            /** @description 接收日期：请填真实存在的日期，例如 2026-07-01 */
            receivedOn: string;
        };
        RecordAttendance: {
            /** @description 签到名单：请给出 1 至 200 行 */
            attendances: components["schemas"]["AttendanceLine"][];
            /**
             * @description 逾期原因：请从列表中选取
             * @enum {string}
             */
            lateReasonCode?: "PAPER_SHEET_DELAYED" | "EMERGENCY" | "SYSTEM_UNAVAILABLE" | "DISPUTE_UPHELD" | "OTHER";
            /**
             * @description 来源等级：请从列表中选取
             * @enum {string}
             */
            provenance: "MEASURED" | "WITNESSED" | "DECLARED" | "EXTERNAL" | "BROUGHT_FORWARD";
            /**
             * Format: uuid
             * @description 签到表佐证编号：必须是编号（小写 UUID）
             */
            sheetId?: string;
        };
        RecordBookItem: {
            activityId: string;
            content: string;
            firstHeldOn: string;
            lastHeldOn: string;
            participants: number;
            place: string;
            responsiblePerson: string;
            serviceMinutes: number;
            sessions: number;
            title: string;
        };
        RecordBreach: {
            /**
             * Format: uuid
             * @description 泄露登记编号：必须是编号（小写 UUID）
             */
            breachId: string;
            /**
             * @description 发生了什么：请从列表中选取
             * @enum {string}
             */
            breachKind: "LEAKED" | "TAMPERED_WITH" | "LOST";
            /**
             * @description 原因：请从列表中选取
             * @enum {string}
             */
            cause: "SENT_TO_THE_WRONG_RECEIVER" | "POSTED_IN_A_GROUP" | "PAPER_LOST" | "DEVICE_LOST" | "ACCOUNT_MISUSED" | "BROKEN_INTO" | "UNDER_INVESTIGATION";
            /** @description 情况说明：不能为空，最多 1000 个字，不能含有看不见的字符 */
            circumstances?: string;
            /**
             * Format: uuid
             * @description 带出的表的编号：必须是编号（小写 UUID）
             */
            exportId?: string;
            /** @description 发现日期：请填真实存在的日期，例如 2026-07-01 */
            foundOn: string;
            /** @description 涉及哪些信息：请从列表中选取 */
            groups: ("identity" | "contact" | "sensitive" | "photo" | "free")[];
            /**
             * Format: uuid
             * @description 党组织：必须是编号（小写 UUID）
             */
            organizationId: string;
            /** @description 涉及人数：请填 1 至 10000000 的整数 */
            people?: number;
        };
        RecordDeath: {
            /** @description 去世日期：请填真实存在的日期，例如 2026-07-01 */
            deceasedOn: string;
            /** @description 信息来源：不能为空，最多 200 个字，不能含有看不见的字符 */
            source: string;
        };
        RecordQuarterlyMeeting: {
            /** @description 到会人数：请填 1 至 10000 的整数 */
            attendees: number;
            /** @description 开会日期：请填真实存在的日期，例如 2026-07-01 */
            heldOn: string;
            /**
             * Format: uuid
             * @description 会议编号：必须是编号（小写 UUID）
             */
            meetingId: string;
            /** @description 季度：请填 1 至 4 的整数 */
            quarter: number;
            /** @description 会议纪要：不能为空，最多 2000 个字，不能含有看不见的字符 */
            summary: string;
            /** @description 年度：请填 2000 至 2200 的整数 */
            year: number;
        };
        RecordReminderTalk: {
            /** @description 半年：请填 1 至 2 的整数 */
            half: number;
            /** @description 谈话日期：请填真实存在的日期，例如 2026-07-01 */
            heldOn: string;
            /** @description 谈话内容：不能为空，最多 500 个字，不能含有看不见的字符 */
            note?: string;
            /** @description 本人答复：不能为空，最多 500 个字，不能含有看不见的字符 */
            reply?: string;
            /** @description 谈话人：不能为空，最多 50 个字，不能含有看不见的字符 */
            talkedBy: string;
            /**
             * @description 谈话方式：请从列表中选取
             * @enum {string}
             */
            talkForm: "FACE_TO_FACE" | "TELEPHONE" | "HOME_VISIT" | "IN_WRITING";
            /**
             * Format: uuid
             * @description 谈话编号：必须是编号（小写 UUID）
             */
            talkId: string;
            /** @description 年度：请填 2000 至 2200 的整数 */
            year: number;
        };
        RecordRetirement: {
            /** @description 退休日期：请填真实存在的日期，例如 2026-07-01 */
            retiredOn: string;
        };
        RecordServiceHours: {
            /** @description 服务内容：不能为空，最多 500 个字，不能含有看不见的字符 */
            content: string;
            /** @description 结束时间：请填 00:00 至 24:00 的时刻，例如 09:30 */
            endsAt: string;
            /** @description 结束日期：请填真实存在的日期，例如 2026-07-01 */
            endsOn?: string;
            /**
             * Format: uuid
             * @description 时长记录编号：必须是编号（小写 UUID）
             */
            entryId: string;
            /** @description 佐证文件的 SHA-256：格式不对，例如 a3f5…（64 位小写十六进制） */
            evidenceHash?: string;
            /** @description 是否在工作时间内：只能是“是”或“否”（true / false） */
            inWorkingTime: boolean;
            /**
             * @description 记录类别：请从列表中选取
             * @enum {string}
             */
            kind: "INDIVIDUAL" | "PAIRED_AID" | "STATION_DUTY" | "EXTERNAL" | "BROUGHT_FORWARD";
            /**
             * @description 逾期原因：请从列表中选取
             * @enum {string}
             */
            lateReasonCode?: "PAPER_SHEET_DELAYED" | "EMERGENCY" | "SYSTEM_UNAVAILABLE" | "DISPUTE_UPHELD" | "OTHER";
            /**
             * Format: uuid
             * @description 活动组织单位：必须是编号（小写 UUID）
             */
            organizationId: string;
            /** @description 是否属于本职工作：只能是“是”或“否”（true / false） */
            ownDuties: boolean;
            /** @description 服务地点：不能为空，最多 200 个字，不能含有看不见的字符 */
            place?: string;
            /**
             * @description 来源等级：请从列表中选取
             * @enum {string}
             */
            provenance: "MEASURED" | "WITNESSED" | "DECLARED" | "EXTERNAL" | "BROUGHT_FORWARD";
            /** @description 是否有报酬或礼品：只能是“是”或“否”（true / false） */
            rewarded: boolean;
            /** @description 服务日期：请填真实存在的日期，例如 2026-07-01 */
            servedOn: string;
            /** @description 服务时长（分钟）：请填 1 至 1440 的整数 */
            serviceMinutes: number;
            /** @description 来源单位或担保人：不能为空，最多 100 个字，不能含有看不见的字符 */
            sourceBody?: string;
            /** @description 开始时间：请填 00:00 至 24:00 的时刻，例如 09:30 */
            startsAt: string;
            /**
             * Format: uuid
             * @description 志愿者：必须是编号（小写 UUID）
             */
            volunteerId: string;
        };
        RefusalCount: {
            entries: number;
            refusal: string;
        };
        RefuseAffiliationTransfer: {
            /** @description 退回原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
            /** @description 退回日期：请填真实存在的日期，例如 2026-07-01 */
            refusedOn: string;
        };
        RefusedItem: {
            /** @enum {string} */
            act: "denied" | "self_dealing_refused";
            /** Format: date-time */
            at: string;
            because: string;
            byAccount: null | string;
            byName: null | string;
            details: {
                [key: string]: string;
            };
            n: string;
        };
        RegisterPartyOrganization: {
            /**
             * @description 党组织类别：请从列表中选取
             * @enum {string}
             */
            kind: "CITY_ORGANIZATION_DEPARTMENT" | "COUNTY_ORGANIZATION_DEPARTMENT" | "SUPERVISING_DEPARTMENT" | "VOLUNTEER_COORDINATION_BODY" | "PARTY_WORK_COMMITTEE" | "LEADING_PARTY_GROUP" | "PARTY_COMMITTEE" | "GRASSROOTS_COMMITTEE" | "GENERAL_BRANCH" | "PARTY_BRANCH" | "JOINT_BRANCH" | "PROVISIONAL_BRANCH" | "PARTY_GROUP";
            /**
             * Format: uuid
             * @description 归口管理部门：必须是编号（小写 UUID）
             */
            lineOfAuthorityId?: string;
            /** @description 党组织名称：不能为空，最多 100 个字，不能含有看不见的字符 */
            name: string;
            /**
             * Format: uuid
             * @description 党组织：必须是编号（小写 UUID）
             */
            organizationId: string;
            /**
             * Format: uuid
             * @description 上级党组织：必须是编号（小写 UUID）
             */
            parentId?: string;
            /** @description 登记日期：请填真实存在的日期，例如 2026-07-01 */
            registeredOn: string;
            /** @description 统一社会信用代码：18 位统一社会信用代码不正确，请对照证书核对（字母用大写） */
            unifiedCreditCode?: string;
            /** @description 单位名称：不能为空，最多 100 个字，不能含有看不见的字符 */
            unitName: string;
        };
        ReminderCandidate: {
            /** @enum {string} */
            because: "BELOW_THRESHOLD" | "NO_MINUTES";
            minutesOfHalf: number;
            minutesOfYear: number;
            name: string;
            organizationId: string;
            talkedOn: null | string;
            volunteerId: string;
            volunteerNumber: string;
        };
        RemoveDraftRequest: unknown;
        RemoveViewRequest: unknown;
        RenamePartyOrganization: {
            /** @description 党组织名称：不能为空，最多 100 个字，不能含有看不见的字符 */
            name: string;
            /** @description 更名日期：请填真实存在的日期，例如 2026-07-01 */
            renamedOn: string;
            /** @description 单位名称：不能为空，最多 100 个字，不能含有看不见的字符 */
            unitName: string;
        };
        RenameTeam: {
            /** @description 服务队名称：不能为空，最多 100 个字，不能含有看不见的字符 */
            name: string;
            /** @description 更名日期：请填真实存在的日期，例如 2026-07-01 */
            renamedOn: string;
        };
        Repetition: {
            isEqual: boolean;
            pack: string;
            packVersion: number;
            position: string;
            repeated: {
                [key: string]: string | number;
            };
            repeatedUnderPacks: components["schemas"]["MeasuredUnder"][];
            stored: {
                [key: string]: string | number;
            };
            storedUnderPacks: components["schemas"]["MeasuredUnder"][];
        };
        ReplayedPage: {
            faultCount: number;
            items: {
                at: string;
                batch: null | string;
                by: string;
                byName: null | string;
                closed: string[];
                command: string;
                eventId: string;
                faults: string[];
                fields: {
                    [key: string]: unknown;
                };
                leafHash: string;
                n: null | number;
                org: string;
                position: string;
                revision: number;
                stream: string;
                type: string;
            }[];
            page: number;
            pageSize: number;
            stream: string;
            total: number;
        };
        ReportBreach: {
            /**
             * @description 报告了谁：请从列表中选取
             * @enum {string}
             */
            authority: "CYBERSPACE_OFFICE" | "POLICE" | "HIGHER_ORGANIZATION";
            /** @description 报告日期：请填真实存在的日期，例如 2026-07-01 */
            reportedOn: string;
        };
        RequiredDay: {
            clause: string;
            monthDay: string;
            name: string;
        };
        RequiredDayItem: {
            activities: number;
            day: string;
            from: string;
            isMet: boolean;
            nearestHeldOn: null | string;
            organizationId: string;
            organizationName: string;
            until: string;
        };
        RequiredDaySessionItem: {
            activityId: string;
            day: string;
            heldOn: string;
            sessionId: string;
            theme: ("CARE_NATURE" | "CARE_PEOPLE" | "CARE_SOCIETY") | null;
            title: string;
        };
        RescheduleSession: {
            /** @description 结束时间：请填 00:00 至 24:00 的时刻，例如 09:30 */
            endsAt: string;
            /** @description 结束日期：请填真实存在的日期，例如 2026-07-01 */
            endsOn?: string;
            /** @description 服务日期：请填真实存在的日期，例如 2026-07-01 */
            heldOn: string;
            /** @description 改期原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
            /** @description 开始时间：请填 00:00 至 24:00 的时刻，例如 09:30 */
            startsAt: string;
        };
        ResetPasswordRequest: {
            /** @description 新密码：不能为空，最多 128 个字，不能含有看不见的字符 */
            newPassword: string;
        };
        ResolveServiceHoursConflict: {
            /** @description 处理理由：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
            /**
             * Format: uuid
             * @description 予以保留的时长记录：必须是编号（小写 UUID）
             */
            standsEntryId: string;
        };
        RestingPaper: {
            entryId: string;
            /** @enum {string} */
            finding: "FALSE_CLAIM" | "PRIOR_YEAR_ADJUSTMENT";
            findingId: string;
            foundOn: string;
            madeOn: string;
            means: null | string;
            minutesAfter: number;
            minutesBefore: number;
            minutesThen: null | number;
            name: string;
            number: number;
            organizationId: string;
            /** @enum {string} */
            paper: "CERTIFICATE" | "EXPORT" | "HALF_YEAR_ANALYSIS" | "ORGANIZATION_REVIEW" | "STAR" | "TEAM_REVIEW" | "VOLUNTEER_REVIEW" | "YEAR_ANALYSIS" | "YEAR_BOOK";
            /** @enum {string} */
            reasonCode: "DISPUTE_UPHELD" | "DUPLICATE" | "FALSE_CLAIM" | "NOT_VOLUNTEER_SERVICE" | "RECORDING_ERROR" | "REWARDED_SERVICE" | "WRONG_PERSON";
            receiver: null | string;
            recordId: string;
            servedOn: string;
            state: ("RENEWED" | "REVOKED" | "STANDS" | "SUPERSEDED") | null;
            subjectId: string;
            toldBy: null | string;
            toldMeans: ("FACE_TO_FACE" | "IN_WRITING" | "TELEPHONE") | null;
            toldOn: null | string;
            toldReceiver: ("AUDITOR" | "HIGHER_ORGANIZATION" | "OTHER_UNIT" | "OWN_UNIT" | "PERSON") | null;
            volunteerId: string;
        };
        RestoreMembership: {
            /** @description 决定文件：不能为空，最多 120 个字，不能含有看不见的字符 */
            document?: string;
            /** @description 原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
            /** @description 恢复日期：请填真实存在的日期，例如 2026-07-01 */
            restoredOn: string;
        };
        RetractDeath: {
            /** @description 更正原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
            /** @description 更正日期：请填真实存在的日期，例如 2026-07-01 */
            retractedOn: string;
        };
        ReturnApplication: {
            /** @description 退回原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
            /** @description 退回日期：请填真实存在的日期，例如 2026-07-01 */
            returnedOn: string;
        };
        ReverseServiceHours: {
            /** @description 处理决定：不能为空，最多 200 个字，不能含有看不见的字符 */
            decision?: string;
            /**
             * Format: uuid
             * @description 异议编号：必须是编号（小写 UUID）
             */
            disputeId?: string;
            /** @description 佐证文件的 SHA-256：格式不对，例如 a3f5…（64 位小写十六进制） */
            evidenceHash?: string;
            /** @description 原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
            /**
             * @description 冲销类别：请从列表中选取
             * @enum {string}
             */
            reasonCode: "RECORDING_ERROR" | "WRONG_PERSON" | "DUPLICATE" | "NOT_VOLUNTEER_SERVICE" | "REWARDED_SERVICE";
        };
        RevokeCertificate: {
            /** @description 撤销原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
            /**
             * @description 撤销类别：请从列表中选取
             * @enum {string}
             */
            reasonCode: "FALSE_CLAIM" | "ISSUED_IN_ERROR" | "ISSUER_NOT_ENTITLED";
        };
        RevokeStar: {
            /** @description 撤销理由：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
            /**
             * @description 撤销类别：请从列表中选取
             * @enum {string}
             */
            reasonCode: "FALSE_CLAIM" | "AWARDED_IN_ERROR";
            /** @description 星级：请填 1 至 5 的整数 */
            stars: number;
        };
        RosterHead: {
            name: string;
            unitName: string;
            volunteers: number;
            volunteersWithoutTeam: number;
        };
        RosterMovementItem: {
            kindAfter: ("APPLICANT_ACTIVIST" | "FULL_MEMBER" | "OTHER_VOLUNTEER" | "PROBATIONARY_MEMBER") | null;
            kindBefore: ("APPLICANT_ACTIVIST" | "FULL_MEMBER" | "OTHER_VOLUNTEER" | "PROBATIONARY_MEMBER") | null;
            /** @enum {string} */
            movement: "ADDED" | "KIND_CHANGED" | "LEFT" | "TEAM_CHANGED" | "UNCHANGED";
            name: string;
            teamIdAfter: null | string;
            teamIdBefore: null | string;
            volunteerId: string;
            volunteerNumber: string;
        };
        RowOutcome: {
            /** @enum {string} */
            outcome: "EXISTING" | "REFUSED" | "WRITTEN";
            position?: string;
            refusal?: string;
            revision?: number;
            row: null | number;
            stream?: string;
            /** @enum {string} */
            subject: "ATTENDANCE" | "LEADER" | "ORGANIZATION" | "TEAM" | "UNIT" | "VOLUNTEER";
            volunteerNumber?: string;
        };
        SaveDraftRequest: {
            /** @description 草稿内容：不能为空，最多 20000 个字，不能含有看不见的字符 */
            content: string;
            /**
             * Format: uuid
             * @description 草稿：必须是编号（小写 UUID）
             */
            draftId: string;
        };
        SavedView: {
            columns: string[];
            filters: string;
            name: null | string;
            /** @enum {string} */
            register: "activities" | "teams" | "volunteers";
            viewId: string;
        };
        SaveViewRequest: {
            /** @description 列：不能为空，最多 40 个字，不能含有看不见的字符 */
            columns: string[];
            /** @description 筛选条件：不能为空，最多 100 个字，不能含有看不见的字符 */
            filters: string[];
            /** @description 名称：不能为空，最多 30 个字，不能含有看不见的字符 */
            name: string;
            /**
             * @description 名册：请从列表中选取
             * @enum {string}
             */
            register: "volunteers" | "teams" | "activities";
            /**
             * Format: uuid
             * @description 筛选：必须是编号（小写 UUID）
             */
            viewId: string;
        };
        ScheduleSession: {
            /** @description 人数上限：请填 1 至 10000 的整数 */
            capacity?: number;
            /** @description 结束时间：请填 00:00 至 24:00 的时刻，例如 09:30 */
            endsAt: string;
            /** @description 结束日期：请填真实存在的日期，例如 2026-07-01 */
            endsOn?: string;
            /** @description 服务日期：请填真实存在的日期，例如 2026-07-01 */
            heldOn: string;
            /**
             * Format: uuid
             * @description 场次编号：必须是编号（小写 UUID）
             */
            sessionId: string;
            /** @description 开始时间：请填 00:00 至 24:00 的时刻，例如 09:30 */
            startsAt: string;
        };
        SchemeItem: {
            effectiveFrom: null | string;
            id: string;
            isInForce: boolean;
            issuer: string;
            levels: components["schemas"]["StarLevel"][];
            source: string;
            version: number;
        };
        SelectActivitiesRequest: {
            /** @description 勾选的活动：必须是编号（小写 UUID） */
            activityIds?: string[];
            /** @description 筛选条件：不能为空，最多 100 个字，不能含有看不见的字符 */
            filters: string[];
            /** @description 活动名称或拼音：不能为空，最多 50 个字，不能含有看不见的字符 */
            text?: string;
        };
        SelectTeamsRequest: {
            /** @description 筛选条件：不能为空，最多 100 个字，不能含有看不见的字符 */
            filters: string[];
            /** @description 勾选的服务队：必须是编号（小写 UUID） */
            teamIds?: string[];
            /** @description 队名或拼音：不能为空，最多 50 个字，不能含有看不见的字符 */
            text?: string;
        };
        SelectVolunteersRequest: {
            /** @description 筛选条件：不能为空，最多 100 个字，不能含有看不见的字符 */
            filters: string[];
            /** @description 姓名、拼音或编号：不能为空，最多 50 个字，不能含有看不见的字符 */
            text?: string;
            /** @description 勾选的志愿者：必须是编号（小写 UUID） */
            volunteerIds?: string[];
        };
        SendAffiliationTransfer: {
            /** @description 介绍信编号：不能为空，最多 60 个字，不能含有看不见的字符 */
            letterNumber?: string;
            /** @description 转出日期：请填真实存在的日期，例如 2026-07-01 */
            sentOn: string;
            /**
             * Format: uuid
             * @description 转入党组织：必须是编号（小写 UUID）
             */
            toOrganizationId: string;
        };
        SessionItem: {
            endsAt: string;
            endsOn: string;
            heldOn: string;
            participants: number;
            serviceMinutes: number;
            sessionId: string;
            startsAt: string;
        };
        SetupRequest: {
            /** @description 显示名称：不能为空，最多 50 个字，不能含有看不见的字符 */
            displayName: string;
            /** @description 登录名：不能为空，最多 40 个字，不能含有看不见的字符 */
            login: string;
            /**
             * @description 党组织类别：请从列表中选取
             * @enum {string}
             */
            organizationKind?: "CITY_ORGANIZATION_DEPARTMENT" | "COUNTY_ORGANIZATION_DEPARTMENT" | "SUPERVISING_DEPARTMENT" | "VOLUNTEER_COORDINATION_BODY" | "PARTY_WORK_COMMITTEE" | "LEADING_PARTY_GROUP" | "PARTY_COMMITTEE" | "GRASSROOTS_COMMITTEE" | "GENERAL_BRANCH" | "PARTY_BRANCH" | "JOINT_BRANCH" | "PROVISIONAL_BRANCH" | "PARTY_GROUP";
            /** @description 最上级党组织名称：不能为空，最多 100 个字，不能含有看不见的字符 */
            organizationName?: string;
            /**
             * @description 规则包：请从列表中选取
             * @enum {string}
             */
            pack?: "ZJ-2013-37" | "HF-2013-0522";
            /** @description 密码：不能为空，最多 128 个字，不能含有看不见的字符 */
            password: string;
            /** @description 设置令牌：不能为空，最多 100 个字，不能含有看不见的字符 */
            token: string;
            /** @description 单位名称：不能为空，最多 100 个字，不能含有看不见的字符 */
            unitName?: string;
        };
        SharedArrayBuffer: {
            byteLength: number;
        };
        ShortfallItem: {
            daysLeft: number;
            enrolledFromMonth: number;
            missingMinutes: number;
            name: string;
            organizationId: string;
            primaryTeamId: null | string;
            projectedMinutes: number;
            proRataTargetMinutes: number;
            serviceMinutes: number;
            targetMinutes: number;
            volunteerId: string;
            volunteerNumber: string;
        };
        SignInRequest: {
            /** @description 登录名：不能为空，最多 200 个字，不能含有看不见的字符 */
            login: string;
            /** @description 密码：不能为空，最多 500 个字，不能含有看不见的字符 */
            password: string;
        };
        SignParticipationAnalysis: {
            /** @description 分析结论：不能为空，最多 2000 个字，不能含有看不见的字符 */
            conclusion: string;
            /**
             * @description 分析期：请从列表中选取
             * @enum {string}
             */
            period: "FIRST_HALF" | "YEAR";
            /** @description 年度：请填 2000 至 2200 的整数 */
            year: number;
        };
        SignUp: {
            /**
             * Format: uuid
             * @description 志愿者：必须是编号（小写 UUID）
             */
            volunteerId: string;
        };
        SignUpItem: {
            checkedInAt: null | string;
            checkedInMeans: ("LEADER_TICK" | "QR_CODE") | null;
            checkedInOn: null | string;
            checkedOutAt: null | string;
            checkedOutMeans: ("LEADER_TICK" | "QR_CODE") | null;
            clockDrifts: boolean;
            missingSkills: string[];
            place: null | number;
            sessionId: string;
            signedUpOn: null | string;
            state: ("signed_up" | "waiting") | null;
            volunteerId: string;
            volunteerName: null | string;
        };
        SignUpSessionItem: {
            activityId: string;
            capacity: null | number;
            checkedIn: number;
            endsAt: string;
            endsOn: string;
            heldOn: string;
            isHeld: boolean;
            organizationId: string;
            sessionId: string;
            signedUp: number;
            startsAt: string;
            stillOpen: number;
            title: null | string;
            waiting: number;
        };
        Spike: {
            days: components["schemas"]["SpikeDay"][];
            lastTenDays: components["schemas"]["SpikeSpan"];
            wholeYear: components["schemas"]["SpikeSpan"];
        };
        SpikeDay: {
            day: string;
            entries: number;
            serviceMinutes: number;
            targetsReached: number;
        };
        SpikeEntry: {
            activityId: null | string;
            entryId: string;
            /** @enum {string} */
            provenance: "BROUGHT_FORWARD" | "DECLARED" | "EXTERNAL" | "MEASURED" | "WITNESSED";
            servedOn: string;
            serviceMinutes: number;
            volunteerId: string;
            volunteerName: null | string;
        };
        SpikeSpan: {
            declaredMinutes: number;
            entries: number;
            lateMinutes: number;
            serviceMinutes: number;
            targetsReached: number;
        };
        SplitPartyOrganization: {
            /** @description 文件日期：请填真实存在的日期，例如 2026-07-01 */
            documentDatedOn: string;
            /** @description 文件文号：不能为空，最多 100 个字，不能含有看不见的字符 */
            documentNumber?: string;
            /** @description 文件标题：不能为空，最多 200 个字，不能含有看不见的字符 */
            documentTitle: string;
            /**
             * Format: uuid
             * @description 承接原有记录的党组织：必须是编号（小写 UUID）
             */
            recordsSuccessorId: string;
            /** @description 拆分日期：请填真实存在的日期，例如 2026-07-01 */
            splitOn: string;
            /** @description 承接党组织：必须是编号（小写 UUID） */
            successorIds: string[];
        };
        StandDownTeamLeader: {
            /** @description 卸任日期：请填真实存在的日期，例如 2026-07-01 */
            stoodDownOn: string;
        };
        StandingCount: {
            certificates: number;
            /** @enum {string} */
            standing: "PREPARED" | "REVOKED" | "SUPERSEDED" | "VALID";
        };
        StarBoardItem: {
            appliedOn: null | string;
            appliedRecordId: null | string;
            appliedStars: null | number;
            approverLevel: ("CITY" | "COUNTY" | "PROVINCE") | null;
            awardedStars: number;
            isAboveMinutes: boolean;
            name: string;
            organizationId: string;
            serviceMinutes: number;
            sufficientStars: number;
            volunteerId: string;
            volunteerNumber: string;
        };
        StarChange: {
            awardedStars: number;
            name: string;
            serviceMinutes: number;
            sufficientStars: number;
            sufficientStarsThen: number;
            volunteerId: string;
            volunteerNumber: string;
        };
        StarCount: {
            awardedStars: number;
            volunteers: number;
        };
        StarEntry: {
            activityId: null | string;
            entryId: string;
            organizationId: string;
            position: string;
            servedOn: string;
            serviceMinutes: number;
        };
        StarLevel: {
            /** @enum {string} */
            approverLevel: "CITY" | "COUNTY" | "PROVINCE";
            serviceMinutesMin: number;
            /** @enum {number} */
            stars: 1 | 2 | 3 | 4 | 5;
        };
        StarStandingItem: {
            appliedOn: null | string;
            appliedRecordId: null | string;
            appliedStars: null | number;
            approverLevel: ("CITY" | "COUNTY" | "PROVINCE") | null;
            awardedStars: number;
            awards: components["schemas"]["PersonAward"][];
            name: string;
            next: null | {
                /** @enum {string} */
                approverLevel: "CITY" | "COUNTY" | "PROVINCE";
                missingMinutes: number;
                /** @enum {number} */
                stars: 0 | 1 | 2 | 3 | 4 | 5;
            };
            organizationId: null | string;
            scheme: {
                id: string;
                version: number;
            };
            serviceMinutes: number;
            /** @enum {number} */
            stars: 0 | 1 | 2 | 3 | 4 | 5;
            volunteerId: string;
            volunteerNumber: null | string;
            withdrawnOn: null | string;
        };
        StarYear: {
            entries: number;
            serviceMinutes: number;
            year: number;
        };
        StatedFrom: {
            on: string;
            statedLeader: null | string;
            statedSize: number;
        };
        StatePartyMemberCount: {
            /** @description 统计日期：请填真实存在的日期，例如 2026-07-01 */
            countedOn: string;
            /** @description 正式党员人数：请填 0 至 10000000 的整数 */
            fullMembers: number;
            /** @description 预备党员人数：请填 0 至 10000000 的整数 */
            probationaryMembers: number;
        };
        StateStaffHeadcount: {
            /** @description 统计日期：请填真实存在的日期，例如 2026-07-01 */
            countedOn: string;
            /** @description 单位人数：请填 0 至 10000000 的整数 */
            staffHeadcount: number;
        };
        StateTeamRegister: {
            /** @description 负责人姓名及联系方式：不能为空，最多 100 个字，不能含有看不见的字符 */
            statedLeader?: string;
            /** @description 填表日期：请填真实存在的日期，例如 2026-07-01 */
            statedOn: string;
            /** @description 志愿者人数：请填 0 至 100000 的整数 */
            statedSize: number;
        };
        StopImportRequest: unknown;
        SubmitApplication: {
            /** @description 出生年月：请填年月或真实存在的日期，例如 2002-02 或 2002-02-18 */
            birthDate?: string;
            /** @description 同意事项：请从列表中选取 */
            consents: ("REGISTRATION" | "SENSITIVE_HEALTH" | "UPWARD_FILING" | "EXTERNAL_REGISTRATION" | "PUBLICITY" | "NATIONAL_EXPORT")[];
            /** @description 存疑事项：请从列表中选取 */
            doubts?: ("JOINED_PARTY_MONTH" | "SEX_AGAINST_ID_NUMBER" | "BIRTH_DATE_AGAINST_ID_NUMBER" | "AGE_WITHOUT_BIRTH_DATE" | "WORD_NOT_IN_CODE_LIST")[];
            /**
             * @description 学历：请从列表中选取
             * @enum {string}
             */
            education?: "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "21" | "22" | "23" | "28" | "31" | "32" | "33" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "61" | "62" | "63" | "71" | "73" | "81" | "83" | "90";
            /**
             * Format: email
             * @description 电子邮箱：请填电子邮箱，例如 name@example.cn，最多 100 个字
             */
            email?: string;
            /**
             * @description 民族：请从列表中选取
             * @enum {string}
             */
            ethnicity?: "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "97" | "98";
            /** @description 志愿服务经历：不能为空，最多 2000 个字，不能含有看不见的字符 */
            experience?: string;
            /**
             * @description 健康状况：请从列表中选取
             * @enum {string}
             */
            health?: "1" | "2" | "3" | "6";
            /** @description 身份证号码：18 位公民身份号码不正确，请对照证件逐位核对 */
            idNumber?: string;
            /** @description 入党时间：请填年月或真实存在的日期，例如 2002-02 或 2002-02-18 */
            joinedPartyOn?: string;
            /** @description 主要志愿服务项目：不能为空，最多 200 个字，不能含有看不见的字符 */
            mainProjects?: string;
            /** @description 手机：请填 11 位手机号码，例如 13800000000 */
            mobiles?: string[];
            /** @description 姓名：不能为空，最多 50 个字，不能含有看不见的字符 */
            name: string;
            /** @description 办公电话：请填办公电话，例如 0511-85012345 */
            officePhones?: string[];
            /**
             * @description 填报人：请从列表中选取
             * @enum {string}
             */
            onBehalf: "SELF" | "RECORDER";
            /**
             * Format: uuid
             * @description 所在党组织：必须是编号（小写 UUID）
             */
            organizationId: string;
            /**
             * @description 人员类别：请从列表中选取
             * @enum {string}
             */
            participantKind?: "FULL_MEMBER" | "PROBATIONARY_MEMBER" | "APPLICANT_ACTIVIST" | "OTHER_VOLUNTEER";
            /** @description 照片：格式不对，例如 64 位小写十六进制 */
            photo?: string;
            /**
             * @description 政治面貌：请从列表中选取
             * @enum {string}
             */
            politicalStatus?: "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "12" | "13";
            /** @description 服务志愿：请从列表中选取 */
            serviceInterests?: ("01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "99")[];
            /**
             * @description 性别：请从列表中选取
             * @enum {string}
             */
            sex: "0" | "1" | "2" | "9";
            /** @description 特长：不能为空，最多 500 个字，不能含有看不见的字符 */
            skills?: string;
            /**
             * @description 申请来源：请从列表中选取
             * @enum {string}
             */
            source: "ONLINE" | "PAPER_FORM" | "SHEET_IMPORT";
            /** @description 原表内容：不能为空，最多 2000 个字，不能含有看不见的字符 */
            sourceText?: string;
            /** @description 年龄：请填 14 至 120 的整数 */
            statedAge?: number;
            /** @description 年龄的计算日期：请填真实存在的日期，例如 2026-07-01 */
            statedAgeOn?: string;
            /** @description 填表日期：请填真实存在的日期，例如 2026-07-01 */
            submittedOn: string;
            /**
             * Format: uuid
             * @description 申请人：必须是编号（小写 UUID）
             */
            volunteerId: string;
            /** @description 所在单位：不能为空，最多 100 个字，不能含有看不见的字符 */
            workUnit?: string;
        };
        TeamActivityItem: {
            activityId: string;
            isCounted: boolean;
            members: number;
            serviceMinutes: number;
            title: null | string;
        };
        TeamDuty: {
            clause: string;
            hasTeam: boolean;
            mustHaveTeam: boolean;
            /** @enum {string} */
            origin: "default" | "law" | "notice";
            quote: string;
        };
        TeamMemberItem: {
            activities: number;
            entries: number;
            name: null | string;
            serviceMinutes: number;
            volunteerId: string;
        };
        TeamName: {
            name: null | string;
            teamId: string;
        };
        TeamOwner: {
            on: string;
            organizationId: string;
        };
        TeamRange: {
            max: number;
            min: number;
        };
        TeamRegisterHead: {
            name: string;
            staffHeadcount: null | number;
            teamCount: number;
            unitName: string;
            volunteerCount: number;
            volunteersWithoutTeam: number;
        };
        TeamSheet: {
            pace: components["schemas"]["Pace"];
            review: null | components["schemas"]["AnnualReviewItem"];
        };
        TeamSum: {
            entries: number;
            name: null | string;
            serviceMinutes: number;
            teamId: null | string;
        };
        TeamYearItem: {
            activities: number;
            activitiesNotCounted: number;
            endedOn: null | string;
            establishedOn: string;
            members: number;
            missingActivities: null | number;
            name: string;
            ordinal: number;
            organizationId: string;
            owners: components["schemas"]["TeamOwner"][];
            serviceMinutes: number;
            targetActivities: null | number;
            teamId: string;
            year: number;
        };
        TenHavesItem: {
            checkedOn: string;
            missing: ("ACTIVITY_ARCHIVE" | "ANNUAL_PLAN" | "LEADER_AND_GROUPS" | "ONLINE_REGISTER" | "REAL_NAME_GROUP" | "RECORD_BOOK" | "STAR_RULES" | "TEAM_CHARTER" | "TEAM_FLAG" | "TEAM_INSIGNIA")[];
            note: null | string;
            organizationId: string;
            present: ("ACTIVITY_ARCHIVE" | "ANNUAL_PLAN" | "LEADER_AND_GROUPS" | "ONLINE_REGISTER" | "REAL_NAME_GROUP" | "RECORD_BOOK" | "STAR_RULES" | "TEAM_CHARTER" | "TEAM_FLAG" | "TEAM_INSIGNIA")[];
            recordedBy: string;
            recordedOn: string;
            teamId: string;
            year: number;
        };
        TermLine: {
            appointedOn: string;
            gapDays: number;
            name: null | string;
            postId: string;
            stoodDownOn: null | string;
            volunteerId: string;
        };
        TiePlanLine: {
            /**
             * Format: uuid
             * @description 计划项目编号：必须是编号（小写 UUID）
             */
            planLineId: string;
            /**
             * Format: uuid
             * @description 志愿服务队：必须是编号（小写 UUID）
             */
            teamId: string;
            /** @description 年度：请填 2000 至 2200 的整数 */
            year: number;
        };
        Told: {
            /** @enum {string} */
            answer: "CORRECT" | "RELEASE" | "RESTRICT" | "SHRED";
            /** @enum {string} */
            basis: "CONSENT_WITHDRAWN" | "DISPUTED" | "INACCURATE" | "PURPOSE_MET" | "RETENTION_OVER" | "SERVICE_ENDED" | "UNLAWFUL";
            filedBy: string;
            filedOn: string;
            fileHashes?: string[];
            groups: ("contact" | "free" | "identity" | "photo" | "sensitive")[];
            organizationId: string;
            requestId: string;
            /** @enum {string} */
            status: "APPROVED" | "COMPLETED" | "DECLINED" | "FILED" | "SHREDDED";
            subjectId: string;
        };
        TopOrganizationRequest: {
            /**
             * @description 党组织类别：请从列表中选取
             * @enum {string}
             */
            kind: "CITY_ORGANIZATION_DEPARTMENT" | "COUNTY_ORGANIZATION_DEPARTMENT" | "SUPERVISING_DEPARTMENT" | "VOLUNTEER_COORDINATION_BODY" | "PARTY_WORK_COMMITTEE" | "LEADING_PARTY_GROUP" | "PARTY_COMMITTEE" | "GRASSROOTS_COMMITTEE" | "GENERAL_BRANCH" | "PARTY_BRANCH" | "JOINT_BRANCH" | "PROVISIONAL_BRANCH" | "PARTY_GROUP";
            /** @description 最上级党组织名称：不能为空，最多 100 个字，不能含有看不见的字符 */
            name: string;
            /**
             * @description 规则包：请从列表中选取
             * @enum {string}
             */
            pack?: "ZJ-2013-37" | "HF-2013-0522";
            /** @description 单位名称：不能为空，最多 100 个字，不能含有看不见的字符 */
            unitName: string;
        };
        TransferCount: {
            /** @enum {string} */
            state: "CALLED_BACK" | "LAPSED" | "RECEIVED" | "REFUSED" | "SENT";
            transfers: number;
        };
        TransferLine: {
            endedOn: null | string;
            fromOrganizationId: string;
            fromOrganizationName: null | string;
            name: string;
            reason: null | string;
            sentOn: string;
            /** @enum {string} */
            state: "CALLED_BACK" | "LAPSED" | "RECEIVED" | "REFUSED" | "SENT";
            toOrganizationId: string;
            toOrganizationName: null | string;
            transferId: string;
            volunteerId: string;
            volunteerNumber: null | string;
        };
        UnderPack: {
            fromOn: string;
            pack: string;
            packVersion: number;
            reached: number;
            target: null | number;
            untilOn: string;
        };
        UndoMerge: {
            /** @description 撤销原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
            /** @description 撤销日期：请填真实存在的日期，例如 2026-07-01 */
            undoneOn: string;
        };
        VerifiedCertificate: {
            broughtForwardMinutes: number;
            changes: components["schemas"]["CertificateChange"][];
            fromOn: string;
            idNumber: string;
            issuedOn: null | string;
            name: string;
            number: string;
            publicFrom: null | string;
            publicUntil: null | string;
            revocationReason: ("FALSE_CLAIM" | "ISSUED_IN_ERROR" | "ISSUER_NOT_ENTITLED") | null;
            revokedOn: null | string;
            serviceMinutes: number;
            /** @enum {string} */
            standing: "PREPARED" | "REVOKED" | "SUPERSEDED" | "VALID";
            unitName: string;
            untilOn: string;
        };
        VolunteerCount: {
            /** @enum {string} */
            participantKind: "APPLICANT_ACTIVIST" | "FULL_MEMBER" | "OTHER_VOLUNTEER" | "PROBATIONARY_MEMBER";
            /** @enum {string} */
            status: "APPLIED" | "APPROVED" | "DECEASED" | "DECLINED" | "ENROLLED" | "MERGED" | "RETURNED" | "WITHDRAWN";
            volunteers: number;
        };
        VolunteerLine: {
            appliedOn: null | string;
            approvedOn: null | string;
            birthDate: null | string;
            deceasedOn: null | string;
            education: null | string;
            enrolledOn: null | string;
            ethnicity: null | string;
            joinedPartyOn: null | string;
            mainProjects: null | string;
            name: string;
            organizationId: null | string;
            organizationName: null | string;
            participantKind: ("APPLICANT_ACTIVIST" | "FULL_MEMBER" | "OTHER_VOLUNTEER" | "PROBATIONARY_MEMBER") | null;
            politicalStatus: null | string;
            primaryTeamId: null | string;
            primaryTeamName: null | string;
            retiredOn: null | string;
            serviceInterests: null | string[];
            sex: null | string;
            skills: null | string;
            source: ("ONLINE" | "PAPER_FORM" | "SHEET_IMPORT") | null;
            statedAge: null | string;
            statedAgeOn: null | string;
            status: ("APPLIED" | "APPROVED" | "DECEASED" | "DECLINED" | "ENROLLED" | "MERGED" | "RETURNED" | "WITHDRAWN") | null;
            survivorId: null | string;
            volunteerId: string;
            volunteerNumber: null | string;
            withdrawnOn: null | string;
            workUnit: null | string;
        };
        VolunteerRecord: {
            appliedOn: null | string;
            approvedOn: null | string;
            birthDate: null | string;
            ceasings: {
                ceased: boolean;
                on: string;
            }[];
            consents: ("EXTERNAL_REGISTRATION" | "NATIONAL_EXPORT" | "PUBLICITY" | "REGISTRATION" | "SENSITIVE_HEALTH" | "UPWARD_FILING")[];
            deceasedOn: null | string;
            education: null | string;
            enrolledOn: null | string;
            ethnicity: null | string;
            joinedPartyOn: null | string;
            kinds: {
                on: string;
                /** @enum {string} */
                participantKind: "APPLICANT_ACTIVIST" | "FULL_MEMBER" | "OTHER_VOLUNTEER" | "PROBATIONARY_MEMBER";
            }[];
            mainProjects: null | string;
            memberships: components["schemas"]["Membership"][];
            name: string;
            organizationId: null | string;
            organizationName: null | string;
            participantKind: ("APPLICANT_ACTIVIST" | "FULL_MEMBER" | "OTHER_VOLUNTEER" | "PROBATIONARY_MEMBER") | null;
            politicalStatus: null | string;
            primaryTeamId: null | string;
            primaryTeamName: null | string;
            primaryTeams: {
                on: string;
                teamId: null | string;
            }[];
            retiredOn: null | string;
            serviceInterests: null | string[];
            sex: null | string;
            skills: null | string;
            source: ("ONLINE" | "PAPER_FORM" | "SHEET_IMPORT") | null;
            statedAge: null | string;
            statedAgeOn: null | string;
            status: ("APPLIED" | "APPROVED" | "DECEASED" | "DECLINED" | "ENROLLED" | "MERGED" | "RETURNED" | "WITHDRAWN") | null;
            statuses: {
                on: string;
                organizationId: string;
                /** @enum {string} */
                status: "APPLIED" | "APPROVED" | "DECEASED" | "DECLINED" | "ENROLLED" | "MERGED" | "RETURNED" | "WITHDRAWN";
            }[];
            survivorId: null | string;
            volunteerId: string;
            volunteerNumber: null | string;
            withdrawnOn: null | string;
            workUnit: null | string;
        };
        VolunteerSheet: {
            pace: components["schemas"]["Pace"];
            person: components["schemas"]["YearOfPerson"];
            review: null | components["schemas"]["AnnualReviewItem"];
            stars: null | {
                awardedStars: number;
                awards: components["schemas"]["PersonAward"][];
            };
        };
        VolunteerSum: {
            entries: number;
            name: null | string;
            serviceMinutes: number;
            volunteerId: string;
        };
        VolunteerYearItem: {
            activities: number;
            enrolledFromMonth: null | number;
            enrolledMonths: number;
            missingMinutes: null | number;
            name: string;
            organizationId: null | string;
            participantKind: ("APPLICANT_ACTIVIST" | "FULL_MEMBER" | "OTHER_VOLUNTEER" | "PROBATIONARY_MEMBER") | null;
            primaryTeamId: null | string;
            primaryTeamName: null | string;
            proRataTargetMinutes: null | number;
            serviceMinutes: number;
            targetMinutes: null | number;
            volunteerId: string;
            volunteerNumber: null | string;
            withdrawnOn: null | string;
            year: number;
        };
        WaitingApplication: {
            doubtCount: number;
            doubts: ("AGE_WITHOUT_BIRTH_DATE" | "BIRTH_DATE_AGAINST_ID_NUMBER" | "JOINED_PARTY_MONTH" | "SEX_AGAINST_ID_NUMBER" | "WORD_NOT_IN_CODE_LIST")[];
            firstSubmittedOn: string;
            name: string;
            /** @enum {string} */
            onBehalf: "RECORDER" | "SELF";
            organizationId: string;
            /** @enum {string} */
            participantKind: "APPLICANT_ACTIVIST" | "FULL_MEMBER" | "OTHER_VOLUNTEER" | "PROBATIONARY_MEMBER";
            returnReason: null | string;
            /** @enum {string} */
            source: "ONLINE" | "PAPER_FORM" | "SHEET_IMPORT";
            /** @enum {string} */
            status: "RETURNED" | "SUBMITTED";
            volunteerId: string;
            waitingSince: string;
        };
        WaitingBatch: {
            accountId: string;
            batchId: string;
            displayName: null | string;
            late: number;
            lateMinutes: number;
            longDays: number;
            organizationId: string;
            startedAt: string;
            unattested: number;
            unattestedMinutes: number;
        };
        WaitingCount: {
            doubtful: number;
            longestWaitingSince: null | string;
            returned: number;
            submitted: number;
        };
        WholeTrialBalance: {
            activities: number;
            activityMinutes: number;
            annexes: components["schemas"]["AnnexBreak"][];
            breaks: number;
            counts: components["schemas"]["BreakCount"][];
            entries: number;
            personMinutes: number;
            teamMinutes: number;
            volunteers: number;
        };
        Why: {
            asOfOn: string;
            awards: components["schemas"]["PersonAward"][];
            countedEntries: number;
            creditedMinutes: number;
            leftOutEntries: number;
            missingMinutes: null | number;
            position: string;
            scheme: {
                id: string;
                issuer: string;
                source: string;
                version: number;
            };
            sufficientStars: number;
        };
        WithdrawAttendance: {
            /** @description 撤回原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
        };
        WithdrawServiceHours: {
            /** @description 撤回原因：不能为空，最多 500 个字，不能含有看不见的字符 */
            reason: string;
        };
        WithdrawVolunteer: {
            /** @description 退出日期：请填真实存在的日期，例如 2026-07-01 */
            withdrawnOn: string;
        };
        YearOfPerson: {
            enrolledOn: null | string;
            exempted: components["schemas"]["ExemptedSpan"][];
            leftOn: null | string;
            name: string;
            organizationId: null | string;
            talks: components["schemas"]["HeldTalk"][];
            volunteerId: string;
            volunteerNumber: null | string;
        };
        YearTotals: {
            activities: number;
            serviceMinutes: number;
            year: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    AccountController_log: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            accountId: null | string;
                            act: string;
                            /** Format: date-time */
                            at: string;
                            byAccount: null | string;
                            details: {
                                [key: string]: string;
                            };
                            n: string;
                        }[];
                    };
                };
            };
        };
    };
    AccountController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AccountListing"][];
                    };
                };
            };
        };
    };
    AccountController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAccountRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    AccountController_disable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 账号 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountActRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    AccountController_enable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 账号 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountActRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    AccountController_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 账号 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    AccountController_grant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 账号 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    AccountController_resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 账号 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    ActivityWindows_list: {
        parameters: {
            query?: {
                /** @description 是否已取消 */
                cancelled?: boolean;
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "heldOn" | "plannedOn" | "title" | "participants" | "serviceMinutes";
                /** @description 服务队 */
                teamId?: string;
                /** @description 活动名称中的文字，或其拼音、首字母 */
                text?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
                /** @description 年度 */
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 活动情况登记簿 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ActivityItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    PlanActivity: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanActivity"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ActivityWindows_one: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 活动编号 */
                activityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一项活动及其场次 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityInFull"];
                };
            };
        };
    };
    ActivityWindows_attendances: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 场次 */
                sessionId?: string;
                /** @description 排序字段 */
                sort?: "servedOn" | "volunteerName" | "serviceMinutes" | "state";
                /** @description 志愿者 */
                volunteerId?: string;
            };
            header?: never;
            path: {
                /** @description 活动编号 */
                activityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 参加人员与时长（活动时长的明细） */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AttendanceItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    CancelActivity: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 活动编号 */
                activityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelActivity"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ChangeActivity: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 活动编号 */
                activityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeActivity"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    SessionWindows_evidence: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "addedOn" | "evidenceKind" | "usedElsewhere";
            };
            header?: never;
            path: {
                /** @description 活动编号 */
                activityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 活动的佐证 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EvidenceItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    AddEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 活动编号 */
                activityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddEvidence"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    EvidenceController_keep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 活动编号 */
                activityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/pdf": string;
                "image/jpeg": string;
                "image/png": string;
            };
        };
        responses: {
            /** @description 文件的 SHA-256、大小和类型，登记佐证时填写 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    EvidenceController_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                activityId: string;
                /** @description 编号 */
                evidenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 佐证文件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    InsureActivity: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 活动编号 */
                activityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InsureActivity"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    TiePlanLine: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 活动编号 */
                activityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TiePlanLine"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ScheduleSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 活动编号 */
                activityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleSession"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    HoldSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 活动编号 */
                activityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldSession"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    RecordAttendance: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 活动编号 */
                activityId: string;
                /** @description 场次编号 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordAttendance"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    WithdrawAttendance: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 活动编号 */
                activityId: string;
                /** @description 场次编号 */
                sessionId: string;
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawAttendance"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    AttestAttendance: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 活动编号 */
                activityId: string;
                /** @description 场次编号 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttestAttendance"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    EvidenceController_code: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 活动编号 */
                activityId: string;
                /** @description 场次编号 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 现场签到码，每 30 秒更换 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckInCode"];
                };
            };
        };
    };
    CheckIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 活动编号 */
                activityId: string;
                /** @description 场次编号 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckIn"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    CheckOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 活动编号 */
                activityId: string;
                /** @description 场次编号 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckOut"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    RescheduleSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 活动编号 */
                activityId: string;
                /** @description 场次编号 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleSession"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    SessionWindows_signUps: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "place" | "volunteerName" | "checkedInAt";
                /** @description 报名或候补 */
                state?: "signed_up" | "waiting";
            };
            header?: never;
            path: {
                /** @description 活动编号 */
                activityId: string;
                /** @description 场次编号 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 报名名单（报名人数的明细） */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SignUpItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    SignUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 活动编号 */
                activityId: string;
                /** @description 场次编号 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUp"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    CancelSignUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 活动编号 */
                activityId: string;
                /** @description 场次编号 */
                sessionId: string;
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelSignUp"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    SessionWindows_sessions: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 活动编号 */
                activityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各场次的报名、候补与到场人数 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SignUpSessionItem"][];
                    };
                };
            };
        };
    };
    ActivitySelectionController_select: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelectActivitiesRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        selection: string;
                    };
                };
            };
        };
    };
    ActivitySelectionController_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportSelectionRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MovementWindows_transfers: {
        parameters: {
            query?: {
                /** @description 转出党组织 */
                fromOrganizationId?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 转出日期不晚于 */
                sentAtMost?: string;
                /** @description 状态 */
                state?: "SENT" | "RECEIVED" | "REFUSED" | "CALLED_BACK" | "LAPSED";
                /** @description 转入党组织 */
                toOrganizationId?: string;
                /** @description 只看一个人的 */
                volunteerId?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 组织关系转接，转出最早的在前 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TransferLine"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    MovementWindows_transferCounts: {
        parameters: {
            query?: {
                /** @description 转出党组织 */
                fromOrganizationId?: string;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 转出日期不晚于 */
                sentAtMost?: string;
                /** @description 转入党组织 */
                toOrganizationId?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各状态的转接数；按状态查转接即为明细 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TransferCount"][];
                    };
                };
            };
        };
    };
    DraftController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApplicationDraft"][];
                    };
                };
            };
        };
    };
    DraftController_save: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDraftRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        draftId: string;
                    };
                };
            };
        };
    };
    DraftController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 草稿编号 */
                draftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveDraftRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        draftId: string;
                    };
                };
            };
        };
    };
    ProofWindows_bundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个人的全部记录连同证明，可离线校验；个人信息是密文 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    ProofWindows_checkpoints: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 检查点与见证人，新的在前；封存到哪里，有没有被隔离的记录 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkpoints"];
                };
            };
        };
    };
    AuditEntryWindows_entries: {
        parameters: {
            query?: {
                /** @description 记录编号 */
                eventId?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 台账位置 */
                position?: string;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 志愿者、服务队、活动或党组织的编号 */
                subjectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 查记录：按位置、记录编号，或某人、队、活动、党组织的全部记录，新的在前 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NamedEntry"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    RefusedWindows_refused: {
        parameters: {
            query?: {
                /** @description self_dealing_refused 自批被拒，denied 越权；不填为全部 */
                act?: "self_dealing_refused" | "denied";
                /** @description 上一页最后一条的 n */
                before?: number;
                /** @description 条数，默认 50 */
                limit?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 试图自己批自己或越权而被拒绝的，新的在前 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RefusedItem"][];
                    };
                };
            };
        };
    };
    AuditEntryWindows_scan: {
        parameters: {
            query?: {
                /** @description 导入批次号 */
                batch?: string;
                /** @description 从此位置之前接着查 */
                before?: string;
                /** @description 办理人的账号 */
                by?: string;
                /** @description 条数，默认 50 */
                limit?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 记入日期自 */
                since?: string;
                /** @description 记录类型 */
                type?: string;
                /** @description 记入日期至 */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 从台账末尾往前逐条查：按类型、办理人、批次、记入日期；每次最多看一万条 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NamedEntry"][];
                        next: null | string;
                        scanned: number;
                    };
                };
            };
        };
    };
    AuditEntryWindows_stream: {
        parameters: {
            query: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 流的名称 */
                stream: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 重放一个流：从第一条起逐条校验形式、前后相接、密钥与签名 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedPage"];
                };
            };
        };
    };
    ProofWindows_verification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 校验整本台账（只读）：逐行给出进度，最后一行是结果；断开即停止 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
        };
    };
    ProofWindows_page: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 离线校验的网页，任何人可取：一个文件，断网可用，不含任何数据；哈希在 X-Content-SHA256 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    ClosingWindows_book: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个党组织一年的账：年结的状态、数字，以及逐人结账的进度 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        book: null | {
                            activities: number;
                            bookHash: string;
                            breaks: number;
                            closedBy: string;
                            closedOn: string;
                            entries: number;
                            organizationId: string;
                            pack: string;
                            packVersion: number;
                            position: string;
                            serviceMinutes: number;
                            /** @enum {string} */
                            state: "CLOSED" | "PROVISIONAL";
                            volunteers: number;
                            year: number;
                        };
                        progress: components["schemas"]["ClosingProgress"];
                    };
                };
            };
        };
    };
    ClosingWindows_bridge: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 从年结时到现在所知，逐条列出不同的时长记录 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BridgeLine"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    CloseYear: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 党组织 */
                organizationId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseYear"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ClosingWindows_closed: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已结的账册，从各人的台账重新折叠到年结的位置，每次相同 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosedBook"];
                };
            };
        };
    };
    ClosingWindows_lines: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "name" | "minutesAsClosed" | "minutesAsKnown";
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 逐人：年结时与现在所知 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BookLine"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    ClosingWindows_papers: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 接收人是否已告知 */
                told?: boolean;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 受影响的文书：依据了年结后调整或认定虚报的时长的证明、评议、星级、账册，接收人是否已告知 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RestingPaper"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    CloseYearProvisionally: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 党组织 */
                organizationId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseYearProvisionally"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ClosingWindows_totals: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 年结时的数字与现在所知的数字 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookTotals"];
                };
            };
        };
    };
    ClosingWindows_trialBalance: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 试算：个人方、活动方、队伍方，不平之处的数量，附件2、3、4 不一致的党组织 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeTrialBalance"];
                };
            };
        };
    };
    ClosingWindows_breaks: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 不平之处的种类 */
                kind?: "NOT_CREDITED" | "CONFLICTED" | "HELD" | "DISPUTED" | "NOT_ENROLLED" | "SIDES_DIFFER";
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "kind" | "name" | "servedOn";
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 不平之处，逐处点名应处理的党组织和确认人 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnedBreak"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    BreachWindows_all: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 登记过的个人信息泄露，发现晚的在前 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            breachId: string;
                            /** @enum {string} */
                            breachKind: "LEAKED" | "LOST" | "TAMPERED_WITH";
                            /** @enum {string} */
                            cause: "ACCOUNT_MISUSED" | "BROKEN_INTO" | "DEVICE_LOST" | "PAPER_LOST" | "POSTED_IN_A_GROUP" | "SENT_TO_THE_WRONG_RECEIVER" | "UNDER_INVESTIGATION";
                            circumstances: null | string;
                            exportId: null | string;
                            foundOn: string;
                            groups: ("contact" | "free" | "identity" | "photo" | "sensitive")[];
                            notified: number;
                            organizationId: string;
                            people: number;
                            recordedBy: string;
                            recordedOn: string;
                            remedies: {
                                doneOn: string;
                                /** @enum {string} */
                                remedy: "ACCOUNT_SHUT" | "DELETED_BY_THE_RECEIVER" | "DEVICE_WIPED" | "PASSWORD_CHANGED" | "RECALLED" | "TAKEN_DOWN";
                            }[];
                            reports: {
                                /** @enum {string} */
                                authority: "CYBERSPACE_OFFICE" | "HIGHER_ORGANIZATION" | "POLICE";
                                reportedOn: string;
                            }[];
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    RecordBreach: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordBreach"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    BreachWindows_one: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 泄露登记编号 */
                breachId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一件泄露：涉及什么、多少人、已采取的措施、已报告了谁 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        breachId: string;
                        /** @enum {string} */
                        breachKind: "LEAKED" | "LOST" | "TAMPERED_WITH";
                        /** @enum {string} */
                        cause: "ACCOUNT_MISUSED" | "BROKEN_INTO" | "DEVICE_LOST" | "PAPER_LOST" | "POSTED_IN_A_GROUP" | "SENT_TO_THE_WRONG_RECEIVER" | "UNDER_INVESTIGATION";
                        circumstances: null | string;
                        exportId: null | string;
                        foundOn: string;
                        groups: ("contact" | "free" | "identity" | "photo" | "sensitive")[];
                        notified: number;
                        organizationId: string;
                        people: number;
                        recordedBy: string;
                        recordedOn: string;
                        remedies: {
                            doneOn: string;
                            /** @enum {string} */
                            remedy: "ACCOUNT_SHUT" | "DELETED_BY_THE_RECEIVER" | "DEVICE_WIPED" | "PASSWORD_CHANGED" | "RECALLED" | "TAKEN_DOWN";
                        }[];
                        reports: {
                            /** @enum {string} */
                            authority: "CYBERSPACE_OFFICE" | "HIGHER_ORGANIZATION" | "POLICE";
                            reportedOn: string;
                        }[];
                    };
                };
            };
        };
    };
    NotifyBreachPersons: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 泄露登记编号 */
                breachId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotifyBreachPersons"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    BreachWindows_people: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 泄露登记编号 */
                breachId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 涉及的人：泄露的表上的每一个人，是否已通知 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BreachedPerson"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    NoteBreachRemedy: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 泄露登记编号 */
                breachId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteBreachRemedy"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ReportBreach: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 泄露登记编号 */
                breachId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportBreach"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    CertificateWindows_list: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "number" | "name" | "serviceMinutes" | "preparedOn" | "standing";
                /** @description 状态 */
                standing?: "PREPARED" | "VALID" | "SUPERSEDED" | "REVOKED";
                /** @description 只看此党组织及其下级出具的 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 证明登记（各状态数量的明细） */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CertificateItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    CertificateWindows_ofVolunteer: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "number" | "preparedOn" | "standing";
                /** @description 状态 */
                standing?: "PREPARED" | "VALID" | "SUPERSEDED" | "REVOKED";
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一名志愿者的证明；本人可看自己的 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificatesOfPerson"];
                };
            };
        };
    };
    CertificateWindows_one: {
        parameters: {
            query?: {
                /** @description 输出格式，默认 json */
                format?: "json" | "html";
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 第几份证明，从 1 起 */
                ordinal: number;
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一份证明，可直接打印（A4）；本人可打印自己的 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string | components["schemas"]["CertificateDocument"];
                };
            };
        };
    };
    IssueCertificate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 第几份证明，从 1 起 */
                ordinal: number;
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueCertificate"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    PrepareCertificate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 第几份证明，从 1 起 */
                ordinal: number;
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrepareCertificate"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    PublicizeCertificate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 第几份证明，从 1 起 */
                ordinal: number;
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicizeCertificate"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    RevokeCertificate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 第几份证明，从 1 起 */
                ordinal: number;
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeCertificate"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    CertificateWindows_counts: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级出具的 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各状态的数量 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StandingCount"][];
                    };
                };
            };
        };
    };
    CoverageWindows_list: {
        parameters: {
            query?: {
                /** @description 是否已组队 */
                hasTeam?: boolean;
                /** @description 截至日期，默认今天 */
                on?: string;
                /** @description 只看这一个党组织 */
                organizationId?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 直接上级党组织 */
                parentId?: string;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各党组织组队与志愿者占比，附条款 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CoverageLine"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    CoverageWindows_teams: {
        parameters: {
            query?: {
                /** @description 截至日期，默认今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 队数的明细 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CoverageTeamLine"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    CoverageWindows_volunteers: {
        parameters: {
            query: {
                /** @description 统计项 */
                figure: "volunteers" | "fullMemberVolunteers";
                /** @description 截至日期，默认今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 志愿者数的明细 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CoverageVolunteerLine"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    CoverageWindows_count: {
        parameters: {
            query?: {
                /** @description 截至日期，默认今天 */
                on?: string;
                /** @description 直接上级党组织 */
                parentId?: string;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已组队与未组队的党组织数 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageCount"];
                };
            };
        };
    };
    CoverageWindows_entries: {
        parameters: {
            query: {
                /** @description 统计项 */
                figure: "withTeam" | "withoutTeam";
                /** @description 截至日期，默认今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 直接上级党组织 */
                parentId?: string;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 统计项的明细 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CoverageLine"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    CoverageWindows_ratioSummary: {
        parameters: {
            query?: {
                /** @description 截至日期，默认今天 */
                on?: string;
                /** @description 直接上级党组织 */
                parentId?: string;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 范围内全部党组织：可计算志愿者占比的、已达到的；明细为覆盖情况 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatioSummary"];
                };
            };
        };
    };
    PersonalDataController_all: {
        parameters: {
            query?: {
                /** @description 上一页最后一条的 n */
                before?: number;
                /** @description 条数，默认 50 */
                limit?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 范围内所有查看完整个人信息的记录，新的在前 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DisclosureLine"][];
                    };
                };
            };
        };
    };
    EvidenceWindows_list: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 是否另有活动用了同一文件 */
                reused?: boolean;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "addedOn" | "evidenceKind" | "usedElsewhere";
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 佐证一览，可只看多项活动共用的文件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EvidenceItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    ParticipationWindows_exempted: {
        parameters: {
            query?: {
                /** @description 查看日期；不填为今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 这一天被免除时长要求的志愿者；事由只在本人记录中 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ExemptedItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    PersonalDataController_exports: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 带出过哪些含个人信息的表和证明，交给了谁 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ExportLine"][];
                    };
                };
            };
        };
    };
    OperationController_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "degraded" | "down" | "up";
                    };
                };
            };
        };
    };
    RecordServiceHours: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordServiceHours"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ApproveServiceHours: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 时长记录编号 */
                entryId: string;
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveServiceHours"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    AttestServiceHours: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 时长记录编号 */
                entryId: string;
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttestServiceHours"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ResolveServiceHoursConflict: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 时长记录编号 */
                entryId: string;
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveServiceHoursConflict"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    CorrectServiceHours: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 时长记录编号 */
                entryId: string;
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectServiceHours"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    DeclineServiceHours: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 时长记录编号 */
                entryId: string;
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineServiceHours"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    EstablishFalseClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 时长记录编号 */
                entryId: string;
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EstablishFalseClaim"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    MoveServiceHours: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 时长记录编号 */
                entryId: string;
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveServiceHours"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ReverseServiceHours: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 时长记录编号 */
                entryId: string;
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReverseServiceHours"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    WithdrawServiceHours: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 时长记录编号 */
                entryId: string;
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawServiceHours"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    DisputeServiceHours: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisputeServiceHours"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    AnswerServiceHoursDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 异议编号 */
                disputeId: string;
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerServiceHoursDispute"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    EscalateServiceHoursDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 异议编号 */
                disputeId: string;
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EscalateServiceHoursDispute"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    GiveCorrectionNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 调整编号，虚报认定的则为时长记录编号 */
                findingId: string;
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveCorrectionNotice"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    AdjustPriorYear: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustPriorYear"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    WatchWindows_attestedBy: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "servedOn" | "serviceMinutes" | "state";
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 账号 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 同一确认人确认的全部时长记录，供抽查 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HoursEntryItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    WatchWindows_counts: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 时长异议的件数：待答复、逾期、已答复 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeCounts"];
                };
            };
        };
    };
    WatchWindows_disputes: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "answerDueOn" | "disputedOn" | "level";
                /** @description OPEN 待答复、OVERDUE 逾期、ANSWERED 已答复 */
                state?: "OPEN" | "OVERDUE" | "ANSWERED";
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 时长异议及答复期限 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HoursDisputeItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    WatchWindows_ofSession: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "servedOn" | "serviceMinutes" | "state";
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 场次编号 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个场次每个人的记录结果 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HoursEntryItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    WatchWindows_waiting: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "servedOn" | "serviceMinutes" | "state" | "urgency";
                /** @description recorded 待确认、held 待批准、conflicted 时间重叠、found 年结后发现；不填为全部 */
                state?: "recorded" | "held" | "conflicted" | "found";
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 尚未计入的时长记录：待确认、待批准或时间重叠；按 urgency 排序为逾期的在前，再按期限 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HoursEntryItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    ImportTemplateController_organizations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description .xlsx 文件 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
        };
    };
    BatchWindows_list: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 导入的种类 */
                kind?: "organizations" | "teams" | "roster" | "members" | "sign-in";
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "startedAt" | "kind" | "refused";
                /** @description 状态 */
                state?: "RUNNING" | "WITH_REFUSALS" | "FINISHED";
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 导入批次：批次号、文件哈希、导入人、时间、状态和各结果的行数，新的在前 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BatchItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    BatchController_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 导入批次号 */
                batchId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveBatchRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovedPart"];
                };
            };
        };
    };
    BatchController_attest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 导入批次号 */
                batchId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttestBatchRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttestedPart"];
                };
            };
        };
    };
    BatchWindows_rows: {
        parameters: {
            query?: {
                /** @description 只看此结果 */
                outcome?: "WRITTEN" | "EXISTING" | "REFUSED";
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 导入批次号 */
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个批次逐行的结果（各结果行数的明细） */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RowOutcome"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    BatchWindows_waiting: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 有待确认或待批准的签到表导入批次，各有几条、多少分钟，旧的在前 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WaitingBatch"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    SessionController_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Actor"];
                };
            };
        };
    };
    SessionController_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountActRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        signedOut: true;
                    };
                };
            };
        };
    };
    SessionController_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    SavedViewController_list: {
        parameters: {
            query: {
                register: "volunteers" | "teams" | "activities";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SavedView"][];
                    };
                };
            };
        };
    };
    SavedViewController_save: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveViewRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        viewId: string;
                    };
                };
            };
        };
    };
    SavedViewController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 保存的筛选 */
                viewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveViewRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        viewId: string;
                    };
                };
            };
        };
    };
    OperationController_figures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    WatchWindows_noticesOfUnits: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 告知的种类 */
                type?: "VolunteerMovedUp" | "SignUpRescheduled" | "SignUpLapsed" | "SignUpActivityChanged" | "ServiceHoursCredited" | "ServiceHoursConflicted" | "ServiceHoursConflictResolved" | "ServiceHoursHeld" | "ServiceHoursApproved" | "ServiceHoursDeclined" | "ServiceHoursReversed" | "FalseClaimEstablished" | "ServiceHoursDisputed" | "ServiceHoursDisputeEscalated" | "ServiceHoursDisputeAnswered" | "PriorYearAdjusted" | "CertificateSuperseded" | "CertificateRevoked" | "BreachPersonNotified";
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 告知事项：本单位的人、在本单位服务的人各被告知了什么，新的在前 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            activityId: null | string;
                            code: null | string;
                            disputeId: null | string;
                            entryId: null | string;
                            organizationId: string;
                            position: string;
                            servedOn: null | string;
                            serviceMinutes: null | number;
                            toldAt: string;
                            /** @enum {string} */
                            type: "BreachPersonNotified" | "CertificateRevoked" | "CertificateSuperseded" | "FalseClaimEstablished" | "PriorYearAdjusted" | "ServiceHoursApproved" | "ServiceHoursConflictResolved" | "ServiceHoursConflicted" | "ServiceHoursCredited" | "ServiceHoursDeclined" | "ServiceHoursDisputeAnswered" | "ServiceHoursDisputeEscalated" | "ServiceHoursDisputed" | "ServiceHoursHeld" | "ServiceHoursReversed" | "SignUpActivityChanged" | "SignUpLapsed" | "SignUpRescheduled" | "VolunteerMovedUp";
                            volunteerId: string;
                            words: null | string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    AccountController_organizationNames: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OrganizationName"][];
                    };
                };
            };
        };
    };
    UnitReviewWindows_reviews: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 只看尚未确认或签署的 */
                isOpen?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "serviceMinutes" | "participants" | "preparedOn";
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一年的党组织年度评议 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            activities: number;
                            activitiesMin: null | number;
                            behind: null | number;
                            conclusion: ("NOT_APPLICABLE" | "TARGETS_MET" | "TARGETS_NOT_MET") | null;
                            confirmedBy: null | string;
                            confirmedOn: null | string;
                            declaredMinutes: number;
                            entries: number;
                            exempted: number;
                            lateMinutes: number;
                            minutesMin: null | number;
                            note: null | string;
                            organizationId: string;
                            pack: string;
                            packVersion: number;
                            participants: number;
                            position: string;
                            preparedBy: string;
                            preparedOn: string;
                            reached: null | number;
                            serviceMinutes: number;
                            teams: number;
                            teamsReached: null | number;
                            volunteers: number;
                            withoutMinutes: number;
                            year: number;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    OrganizationWindows_list: {
        parameters: {
            query?: {
                /** @description 党组织类别 */
                kind?: "CITY_ORGANIZATION_DEPARTMENT" | "COUNTY_ORGANIZATION_DEPARTMENT" | "SUPERVISING_DEPARTMENT" | "VOLUNTEER_COORDINATION_BODY" | "PARTY_WORK_COMMITTEE" | "LEADING_PARTY_GROUP" | "PARTY_COMMITTEE" | "GRASSROOTS_COMMITTEE" | "GENERAL_BRANCH" | "PARTY_BRANCH" | "JOINT_BRANCH" | "PROVISIONAL_BRANCH" | "PARTY_GROUP";
                /** @description 归口管理部门 */
                lineOfAuthorityId?: string;
                /** @description 截至日期，默认今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 直接上级党组织 */
                parentId?: string;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 名称或单位名称中的文字 */
                text?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 党组织名录 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OrganizationLine"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    RegisterPartyOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterPartyOrganization"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    OrganizationWindows_one: {
        parameters: {
            query?: {
                /** @description 截至日期，默认今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个党组织及其历次名称、人数、规则包 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationRecord"];
                };
            };
        };
    };
    AnnexController_annex2: {
        parameters: {
            query: {
                /** @description 电话：masked 隐去中间几位（默认），open 完整显示 */
                contacts?: "masked" | "open";
                /** @description 第几份（一式二份，只用于 html） */
                copy?: "1" | "2";
                /** @description 输出格式，默认 json */
                format?: "json" | "html";
                /** @description 填表日期 */
                formDate: string;
                /** @description 用途；完整显示电话时必填 */
                purpose?: "HAND_IN" | "CONTACT" | "VERIFY_IDENTITY" | "INSURANCE" | "CERTIFICATE" | "EMERGENCY" | "CORRECTION" | "AUDIT" | "OWN_REQUEST";
                /** @description 交给谁，默认上级党组织 */
                receiver?: "HIGHER_ORGANIZATION" | "OWN_UNIT" | "PERSON" | "AUDITOR" | "OTHER_UNIT";
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 附件2 花名册；电话只对单位党办及以上、说明用途后完整显示 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    AnnexController_annex3: {
        parameters: {
            query: {
                /** @description 电话：masked 隐去中间几位（默认），open 完整显示 */
                contacts?: "masked" | "open";
                /** @description 第几份（一式二份，只用于 html） */
                copy?: "1" | "2";
                /** @description 输出格式，默认 json */
                format?: "json" | "html";
                /** @description 填表日期 */
                formDate: string;
                /** @description 用途；完整显示电话时必填 */
                purpose?: "HAND_IN" | "CONTACT" | "VERIFY_IDENTITY" | "INSURANCE" | "CERTIFICATE" | "EMERGENCY" | "CORRECTION" | "AUDIT" | "OWN_REQUEST";
                /** @description 交给谁，默认上级党组织 */
                receiver?: "HIGHER_ORGANIZATION" | "OWN_UNIT" | "PERSON" | "AUDITOR" | "OTHER_UNIT";
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 附件3 登记表；电话只对单位党办及以上、说明用途后完整显示 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    AnnexController_annex4: {
        parameters: {
            query: {
                /** @description 第几份（一式二份，只用于 html） */
                copy?: "1" | "2";
                /** @description 输出格式，默认 json */
                format?: "json" | "html";
                /** @description 填表日期 */
                formDate: string;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 附件4 组队情况汇总表 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    ConfirmOrganizationReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmOrganizationReview"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    PrepareOrganizationReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrepareOrganizationReview"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    UnitReviewWindows_repeatReview: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 审计：按所存位置从台账重算党组织评议，是否一致 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repetition"];
                };
            };
        };
    };
    OrganizationWindows_children: {
        parameters: {
            query?: {
                /** @description 截至日期，默认今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 直接下级（下级数的明细） */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OrganizationLine"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    BookWindows_formation: {
        parameters: {
            query?: {
                /** @description 填表日期，默认今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 组队情况汇总：下级各单位 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FormationLine"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    BookWindows_formedTeams: {
        parameters: {
            query?: {
                /** @description 填表日期，默认今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 汇总中本单位队数的明细 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FormedTeam"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    BookWindows_formedVolunteers: {
        parameters: {
            query?: {
                /** @description 填表日期，默认今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 汇总中本单位志愿者数的明细 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FormedVolunteer"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    ImportController_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description 文件的 SHA-256 和大小，预检和写入时填写 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ImportController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
        };
    };
    ImportController_start: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportRunRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRun"];
                };
            };
        };
    };
    ImportController_run: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
                /** @description 本次写入的编号 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 写入的进度和结果 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRun"];
                };
            };
        };
    };
    ImportController_stop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
                /** @description 本次写入的编号 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StopImportRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRun"];
                };
            };
        };
    };
    OrganizationWindows_posts: {
        parameters: {
            query?: {
                /** @description 截至日期，默认今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 领导班子成员 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LeadershipPost"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    AssumeLeadershipPost: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssumeLeadershipPost"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    EndLeadershipPost: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 党组织 */
                organizationId: string;
                /** @description 任职记录 */
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndLeadershipPost"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    MergePartyOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergePartyOrganization"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    RenamePartyOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenamePartyOrganization"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    PrepareParticipationAnalysis: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrepareParticipationAnalysis"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    SignParticipationAnalysis: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignParticipationAnalysis"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    UnitReviewWindows_people: {
        parameters: {
            query: {
                /** @description 哪一项数字的明细 */
                group: "ALL" | "EXEMPTED" | "PARTICIPANTS" | "WITHOUT_MINUTES" | "REACHED" | "BEHIND";
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 分析期 */
                period: "FIRST_HALF" | "YEAR";
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 汇总分析各项数字的人员明细，按现在的台账 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AnalysisPerson"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    UnitReviewWindows_repeatAnalysis: {
        parameters: {
            query: {
                /** @description 分析期 */
                period: "FIRST_HALF" | "YEAR";
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 审计：按所存位置从台账重算汇总分析，是否一致 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repetition"];
                };
            };
        };
    };
    StatePartyMemberCount: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatePartyMemberCount"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    PolicyPackWindows_packs: {
        parameters: {
            query?: {
                /** @description 截至日期，默认今天 */
                on?: string;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 规则包列表，哪一种现行，规定了哪些集中服务的日子 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PolicyPackItem"][];
                    };
                };
            };
        };
    };
    AdoptPolicyPack: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdoptPolicyPack"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    OrganizationWindows_desks: {
        parameters: {
            query?: {
                /** @description 截至日期，默认今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 报送受理窗口；联系方式不在此列出 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            deskId: string;
                            effectiveOn: string;
                            organizationId: string;
                            recordedAt: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    DesignateReceivingDesk: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DesignateReceivingDesk"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    BookWindows_rosterHead: {
        parameters: {
            query?: {
                /** @description 填表日期，默认今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 花名册：单位与合计 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterHead"];
                };
            };
        };
    };
    UnitReviewWindows_movements: {
        parameters: {
            query: {
                /** @description 只看此类变动 */
                movement?: "ADDED" | "LEFT" | "TEAM_CHANGED" | "KIND_CHANGED" | "UNCHANGED";
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 上次核对日期 */
                sinceOn: string;
                /** @description 本次核对日期 */
                untilOn: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 两个日期之间花名册的变动明细：新增、离开、换队、类别变化、未变 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RosterMovementItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    ConfirmRosterReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmRosterReview"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    PrepareRosterReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrepareRosterReview"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    UnitReviewWindows_repeatRoster: {
        parameters: {
            query: {
                /** @description 第几次调整 */
                half: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 审计：按所存位置从台账重算动态调整，是否一致 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repetition"];
                };
            };
        };
    };
    BookWindows_rosterSum: {
        parameters: {
            query: {
                /** @description 填表日期，默认今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 合计项 */
                sum: "volunteers" | "volunteersWithoutTeam";
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 花名册合计的明细 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            birthDate: null | string;
                            education: null | string;
                            ethnicity: null | string;
                            joinedPartyOn: null | string;
                            joinedTeamOn: null | string;
                            mainProjects: null | string;
                            name: string;
                            /** @enum {string} */
                            participantKind: "APPLICANT_ACTIVIST" | "FULL_MEMBER" | "OTHER_VOLUNTEER" | "PROBATIONARY_MEMBER";
                            sex: string;
                            statedAge: null | string;
                            statedAgeOn: null | string;
                            teamId: null | string;
                            teamName: null | string;
                            teamOrdinal: null | number;
                            volunteerId: string;
                            volunteerNumber: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    BookWindows_roster: {
        parameters: {
            query?: {
                /** @description 填表日期，默认今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 花名册：志愿者；电话只在打印的附件2上 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            birthDate: null | string;
                            education: null | string;
                            ethnicity: null | string;
                            joinedPartyOn: null | string;
                            joinedTeamOn: null | string;
                            mainProjects: null | string;
                            name: string;
                            /** @enum {string} */
                            participantKind: "APPLICANT_ACTIVIST" | "FULL_MEMBER" | "OTHER_VOLUNTEER" | "PROBATIONARY_MEMBER";
                            sex: string;
                            statedAge: null | string;
                            statedAgeOn: null | string;
                            teamId: null | string;
                            teamName: null | string;
                            teamOrdinal: null | number;
                            volunteerId: string;
                            volunteerNumber: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    SheetWindows_ofOrganization: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 党组织年度评议表：动态调整、汇总分析、各结论数量 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationSheet"];
                };
            };
        };
    };
    SplitPartyOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitPartyOrganization"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    StateStaffHeadcount: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateStaffHeadcount"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    AdoptStarScheme: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdoptStarScheme"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    BookWindows_registerHead: {
        parameters: {
            query?: {
                /** @description 填表日期，默认今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 登记表：单位与总计 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamRegisterHead"];
                };
            };
        };
    };
    BookWindows_registerSum: {
        parameters: {
            query: {
                /** @description 填表日期，默认今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 合计项 */
                sum: "volunteerCount" | "volunteersWithoutTeam";
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 登记表总计的明细 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CountedVolunteerLine"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    BookWindows_registerTeams: {
        parameters: {
            query?: {
                /** @description 填表日期，默认今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 登记表：服务队 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            establishedOn: string;
                            leaderId: null | string;
                            leaderName: null | string;
                            mainProjects: null | string;
                            mismatches: ("LEADER" | "SIZE")[];
                            name: string;
                            ordinal: number;
                            organizationId: string;
                            stated: null | components["schemas"]["StatedFrom"];
                            teamId: string;
                            volunteerCount: number;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    UnitReviewWindows_analyses: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 只看尚未确认或签署的 */
                isOpen?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 分析期 */
                period?: "FIRST_HALF" | "YEAR";
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "serviceMinutes" | "participants" | "preparedOn";
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一年的参与情况汇总分析 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            activities: number;
                            activitiesMin: null | number;
                            conclusion: null | string;
                            declaredMinutes: number;
                            entries: number;
                            exempted: number;
                            lateMinutes: number;
                            minutesMin: null | number;
                            organizationId: string;
                            pack: string;
                            packVersion: number;
                            participants: number;
                            /** @enum {string} */
                            period: "FIRST_HALF" | "YEAR";
                            position: string;
                            preparedBy: string;
                            preparedOn: string;
                            reached: null | number;
                            serviceMinutes: number;
                            signedBy: null | string;
                            signedOn: null | string;
                            teams: number;
                            teamsReached: null | number;
                            volunteers: number;
                            withoutMinutes: number;
                            year: number;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    SessionController_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        changed: true;
                    };
                };
            };
        };
    };
    ErasureController_all: {
        parameters: {
            query?: {
                /** @description 先提出的在前 */
                oldestFirst?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 办理状态 */
                status?: "FILED" | "APPROVED" | "DECLINED" | "SHREDDED" | "COMPLETED";
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 范围内的个人信息申请，新的在前；oldestFirst 为先提出的在前 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Told"][];
                        total: number;
                    };
                };
            };
        };
    };
    OperationController_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "degraded" | "down" | "up";
                    };
                };
            };
        };
    };
    ParticipationWindows_reminders: {
        parameters: {
            query: {
                /** @description 半年：1 为上半年，2 为下半年 */
                half: "1" | "2";
                /** @description 只看还没有谈话记录的 */
                isTalkDue?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 可考虑提醒教育的志愿者：是否谈话由人决定 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReminderCandidate"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    RequiredDayWindows_matrix: {
        parameters: {
            query: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 是否已开展 */
                met?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "day" | "organizationName" | "activities";
                /** @description 只看此党组织及其下级 */
                within?: string;
                /** @description 年度 */
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 规定日集中服务：各单位是否开展 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RequiredDayItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    RequiredDayWindows_sessions: {
        parameters: {
            query: {
                /** @description 只看此规定日 */
                day?: string;
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "day" | "heldOn" | "title";
                /** @description 年度 */
                year: number;
            };
            header?: never;
            path: {
                /** @description 党组织 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个单位在规定日前后开展的活动（明细） */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RequiredDaySessionItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    ReviewWindows_ofTeam: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿服务队 */
                teamId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一支服务队的年度评议 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnualReviewItem"];
                };
            };
        };
    };
    ConfirmTeamReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿服务队 */
                teamId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmTeamReview"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    PrepareTeamReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿服务队 */
                teamId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrepareTeamReview"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ReviewWindows_repeatTeam: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿服务队 */
                teamId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 审计：按所存位置从台账重算服务队评议，是否一致 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repetition"];
                };
            };
        };
    };
    ReviewWindows_ofVolunteer: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一名志愿者的年度评议；本人可看自己的 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnualReviewItem"];
                };
            };
        };
    };
    ConfirmVolunteerReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmVolunteerReview"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    PrepareVolunteerReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrepareVolunteerReview"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ReviewWindows_repeatVolunteer: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 审计：按所存位置从台账重算志愿者评议，是否一致 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repetition"];
                };
            };
        };
    };
    ReviewWindows_list: {
        parameters: {
            query: {
                /** @description 评议结论 */
                conclusion?: "TARGET_MET" | "TARGET_NOT_MET" | "EXEMPTED" | "NOT_APPLICABLE";
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "name" | "serviceMinutes" | "activities" | "preparedOn" | "conclusion";
                /** @description 评议对象 */
                subjectKind: "volunteer" | "team";
                /** @description 只看尚未确认的 */
                unconfirmed?: boolean;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一年的评议（各结论数量的明细） */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AnnualReviewItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    ReviewWindows_counts: {
        parameters: {
            query: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 评议对象 */
                subjectKind: "volunteer" | "team";
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各结论的数量 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ConclusionCount"][];
                    };
                };
            };
        };
    };
    UnitReviewWindows_rosters: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 第几次调整 */
                half?: number;
                /** @description 只看尚未确认或签署的 */
                isOpen?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "untilOn" | "additions" | "leavers";
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一年的动态调整 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            additions: number;
                            confirmedBy: null | string;
                            confirmedOn: null | string;
                            half: number;
                            kindChanges: number;
                            leaderChanges: number;
                            leavers: number;
                            onRoster: number;
                            organizationId: string;
                            pack: string;
                            packVersion: number;
                            position: string;
                            preparedBy: string;
                            preparedOn: string;
                            sinceOn: string;
                            teamChanges: number;
                            unchanged: number;
                            untilOn: string;
                            year: number;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    SessionController_openSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OpenSession"][];
                    };
                };
            };
        };
    };
    SessionController_signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountActRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        signedOut: true;
                    };
                };
            };
        };
    };
    SetupController_complete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accountId: string;
                    };
                };
            };
        };
    };
    ParticipationWindows_shortfall: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 查看日期；不填为今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "missingMinutes" | "serviceMinutes" | "projectedMinutes" | "name";
                /** @description 只看照此进度年底仍达不到的 */
                willMiss?: boolean;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 到这一天还没有达到全年时长的志愿者，不含已免除的；还来得及 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ShortfallItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    ParticipationWindows_spike: {
        parameters: {
            query: {
                /** @description 月份：6 为半年末，12 为年末 */
                month: "6" | "12";
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 半年末、年末最后十天的时长与达标人数，连同申报时长 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Spike"];
                };
            };
        };
    };
    ParticipationWindows_spikeEntries: {
        parameters: {
            query: {
                /** @description 只看这一天；不填为最后十天 */
                day?: string;
                /** @description 月份：6 为半年末，12 为年末 */
                month: "6" | "12";
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 最后十天或某一天的时长记录 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SpikeEntry"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    StarWindows_board: {
        parameters: {
            query?: {
                /** @description 只看已认定此星级的，0 为未认定 */
                awardedStars?: number;
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 只看申报待决定的 */
                isUndecided?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "serviceMinutes" | "awardedStars" | "appliedOn" | "name";
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 星级一览：已认定、够申报、待决定 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StarBoardItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    StarWindows_counts: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各星级的人数 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StarCount"][];
                    };
                };
            };
        };
    };
    StarWindows_dryRun: {
        parameters: {
            query: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 拟采用的星级标准 */
                scheme: "STAR-2012-340" | "STAR-ZJG-1" | "STAR-BJ-1";
                /** @description 标准版本 */
                schemeVersion: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 试算：换用另一种星级标准，谁够申报的星级会变；已认定的不变 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StarChange"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    StarWindows_schemes: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各种星级标准及其时长，哪一种现行 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SchemeItem"][];
                    };
                };
            };
        };
    };
    OwnYearWindows_standings: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "serviceMinutes" | "volunteerNumber" | "name";
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各志愿者累计时长可以申报的星级 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StarStandingItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    MovementWindows_leadership: {
        parameters: {
            query?: {
                /** @description 截至日期，默认今天 */
                on?: string;
                /** @description 只看有问题的 */
                onlyFaulty?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各队队长；空缺、班子职务已免的排在前 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LeadershipLine"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    EstablishTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EstablishTeam"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    DissolveTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿服务队 */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DissolveTeam"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    TeamWindows_groups: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿服务队 */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 服务小组和现在的成员 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["GroupLine"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    FormServiceGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿服务队 */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormServiceGroup"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    AssignServiceGroupMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 服务小组 */
                groupId: string;
                /** @description 志愿服务队 */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignServiceGroupMember"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    TeamWindows_terms: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿服务队 */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 历任队长和其间的空缺 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TermLine"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    AppointTeamLeader: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿服务队 */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppointTeamLeader"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    StandDownTeamLeader: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿服务队 */
                teamId: string;
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandDownTeamLeader"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    JoinTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿服务队 */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinTeam"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    LeaveTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿服务队 */
                teamId: string;
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveTeam"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    MergeTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿服务队 */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeTeam"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    MoveTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿服务队 */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveTeam"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    PaceWindows_ofTeam: {
        parameters: {
            query?: {
                /** @description 查看日期；不填为今天 */
                on?: string;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿服务队 */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一支服务队各月活动次数、应达进度与年底预计 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pace"];
                };
            };
        };
    };
    PaceWindows_entriesOfTeam: {
        parameters: {
            query: {
                /** @description 月份 */
                month: number;
                /** @description 查看日期；不填为今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿服务队 */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 某月时长的明细 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PaceEntry"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    RecordQuarterlyMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿服务队 */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordQuarterlyMeeting"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    DutiesWindows_meetings: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿服务队 */
                teamId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一支服务队一年的工作例会 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            attendees: number;
                            heldOn: string;
                            meetingId: string;
                            organizationId: string;
                            quarter: number;
                            recordedBy: string;
                            recordedOn: string;
                            summary: string;
                            teamId: string;
                            year: number;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    StateTeamRegister: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿服务队 */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateTeamRegister"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    RenameTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿服务队 */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameTeam"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    SheetWindows_ofTeam: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿服务队 */
                teamId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 服务队年度评议表：只列事实 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamSheet"];
                };
            };
        };
    };
    CheckTenHaves: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿服务队 */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckTenHaves"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    DutiesWindows_tenHaves: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿服务队 */
                teamId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一支服务队一年的“十有”自查，最近的在前 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TenHavesItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    TeamWindows_volunteers: {
        parameters: {
            query?: {
                /** @description 截至日期，默认今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿服务队 */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 服务队志愿者人数的明细 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CountedVolunteerLine"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    TeamWindows_year: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿服务队 */
                teamId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 服务队的一年：活动次数、人数、时长与目标 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamYearItem"];
                };
            };
        };
    };
    TeamWindows_activities: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "members" | "serviceMinutes" | "title";
            };
            header?: never;
            path: {
                /** @description 志愿服务队 */
                teamId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 活动次数与时长的明细 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TeamActivityItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    TeamWindows_members: {
        parameters: {
            query?: {
                /** @description 只看此活动 */
                activityId?: string;
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "name" | "activities" | "serviceMinutes";
            };
            header?: never;
            path: {
                /** @description 志愿服务队 */
                teamId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 参加人数的明细 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TeamMemberItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    AnnualPlanWindows_plan: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "month" | "title" | "state";
                /** @description 状态 */
                state?: "planned" | "held" | "cancelled" | "dropped";
            };
            header?: never;
            path: {
                /** @description 志愿服务队 */
                teamId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 年度活动计划与落实情况 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PlanLineItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    PlanAnnualActivity: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿服务队 */
                teamId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanAnnualActivity"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    DropAnnualActivity: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 计划项目编号 */
                planLineId: string;
                /** @description 志愿服务队 */
                teamId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DropAnnualActivity"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    AnnualPlanWindows_figures: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿服务队 */
                teamId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 计划落实数（明细见年度活动计划） */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanOfTeamYear"];
                };
            };
        };
    };
    AnnualPlanWindows_book: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "firstHeldOn" | "title" | "serviceMinutes";
            };
            header?: never;
            path: {
                /** @description 志愿服务队 */
                teamId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 活动记录册 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RecordBookItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    AnnualPlanWindows_bookEntries: {
        parameters: {
            query?: {
                /** @description 只看此活动 */
                activityId?: string;
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "servedOn" | "volunteerName";
            };
            header?: never;
            path: {
                /** @description 志愿服务队 */
                teamId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 活动记录册的参加人员与时长（明细） */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AttendanceItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    TeamWindows_mismatches: {
        parameters: {
            query?: {
                /** @description 截至日期，默认今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 上报的登记表与台账不一致的服务队 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            establishedOn: string;
                            leaderId: null | string;
                            leaderName: null | string;
                            mainProjects: null | string;
                            mismatches: ("LEADER" | "SIZE")[];
                            name: string;
                            ordinal: number;
                            organizationId: string;
                            stated: null | components["schemas"]["StatedFrom"];
                            teamId: string;
                            volunteerCount: number;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    TeamSelectionController_select: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelectTeamsRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        selection: string;
                    };
                };
            };
        };
    };
    TeamSelectionController_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportSelectionRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AccountController_registerTop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopOrganizationRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    VerifyController_verify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 查验结果，个人信息已遮盖 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifiedCertificate"];
                };
            };
        };
    };
    VolunteerWindows_list: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 所在服务队 */
                memberOfTeamId?: string;
                /** @description 截至日期；不填为最新 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 人员类别 */
                participantKind?: "FULL_MEMBER" | "PROBATIONARY_MEMBER" | "APPLICANT_ACTIVIST" | "OTHER_VOLUNTEER";
                /** @description 主队 */
                primaryTeamId?: string;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "name" | "volunteerNumber" | "appliedOn" | "approvedOn" | "enrolledOn" | "organizationName";
                /** @description 状态 */
                status?: "APPLIED" | "RETURNED" | "DECLINED" | "APPROVED" | "ENROLLED" | "WITHDRAWN" | "DECEASED" | "MERGED";
                /** @description 姓名中的文字，姓名拼音或其首字母的开头（zjj 可找到张建军），或志愿者编号的开头 */
                text?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 志愿者登记 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["VolunteerLine"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    SubmitApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitApplication"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    VolunteerWindows_one: {
        parameters: {
            query?: {
                /** @description 截至日期；不填为最新 */
                on?: string;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一名志愿者的登记；本人可看自己的 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolunteerRecord"];
                };
            };
        };
    };
    MoveAffiliation: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveAffiliation"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ApproveApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveApplication"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    DeclineApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineApplication"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ReturnApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnApplication"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    BreachWindows_ofPerson: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 此人被通知过的个人信息泄露；本人可看自己的 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnBreach"][];
                    };
                };
            };
        };
    };
    OwnBundleWindows_bundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本人的全部记录连同证明，可离线校验；个人信息是密文；只有本人可取 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    RecordDeath: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordDeath"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    RetractDeath: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetractDeath"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    PersonalDataController_ofPerson: {
        parameters: {
            query?: {
                /** @description 上一页最后一条的 n */
                before?: number;
                /** @description 条数，默认 50 */
                limit?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 谁在何时、为何查看过此人的完整个人信息；本人可看自己的 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DisclosureLine"][];
                    };
                };
            };
        };
    };
    WatchWindows_ownDisputes: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一名志愿者的时长异议；本人可看自己的 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HoursDisputeItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    EnrolVolunteer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrolVolunteer"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ErasureController_evidence: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 此人参加过的活动的佐证文件，提出删除申请前逐份查看，选出要一并销毁的 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EvidenceOfPerson"][];
                    };
                };
            };
        };
    };
    ExemptFromQuota: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExemptFromQuota"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    EndQuotaExemption: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 免除编号 */
                exemptionId: string;
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndQuotaExemption"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    VolunteerWindows_history: {
        parameters: {
            query?: {
                /** @description 截至日期；不填为最新 */
                on?: string;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 从台账重放一个人的全部记录，逐流校验；本人可看自己的 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamedHistory"];
                };
            };
        };
    };
    CeaseMembership: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CeaseMembership"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    RestoreMembership: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreMembership"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ErasureController_mentions: {
        parameters: {
            query?: {
                /** @description 上一部分的 next：从此位置之后接着查 */
                after?: string;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 别人、活动等的文字里提到此人的地方：只有台账位置，没有文字。批准删除的人可查；分部分查，直到 next 为 null */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MentionsPart"];
                };
            };
        };
    };
    MergePersons: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergePersons"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    UndoMerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoMerge"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    WatchWindows_notices: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 应告知志愿者的时长事项，新的在前；本人可看自己的 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            activityId: null | string;
                            code: null | string;
                            disputeId: null | string;
                            entryId: null | string;
                            organizationId: string;
                            position: string;
                            servedOn: null | string;
                            serviceMinutes: null | number;
                            toldAt: string;
                            /** @enum {string} */
                            type: "BreachPersonNotified" | "CertificateRevoked" | "CertificateSuperseded" | "FalseClaimEstablished" | "PriorYearAdjusted" | "ServiceHoursApproved" | "ServiceHoursConflictResolved" | "ServiceHoursConflicted" | "ServiceHoursCredited" | "ServiceHoursDeclined" | "ServiceHoursDisputeAnswered" | "ServiceHoursDisputeEscalated" | "ServiceHoursDisputed" | "ServiceHoursHeld" | "ServiceHoursReversed" | "SignUpActivityChanged" | "SignUpLapsed" | "SignUpRescheduled" | "VolunteerMovedUp";
                            volunteerId: string;
                            words: null | string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    OpenSessionWindows_list: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 活动日期不早于 */
                from?: string;
                /** @description 本人是否已报名或候补 */
                mine?: boolean;
                /** @description 是否本人所在服务队的活动 */
                ownTeam?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "heldOn" | "title" | "freePlaces";
                /** @description 活动日期不晚于 */
                until?: string;
                /** @description 是否还有名额 */
                withRoom?: boolean;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 可以报名的场次：本人所在服务队的和面向所有人的，含名额、候补、所需技能和规定日；本人可看自己的 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OpenSessionItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    PaceWindows_ofVolunteer: {
        parameters: {
            query?: {
                /** @description 查看日期；不填为今天 */
                on?: string;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一名志愿者各月时长、应达进度与年底预计；本人可看自己的 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pace"];
                };
            };
        };
    };
    PaceWindows_entriesOfVolunteer: {
        parameters: {
            query: {
                /** @description 月份 */
                month: number;
                /** @description 查看日期；不填为今天 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 某月时长的明细 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PaceEntry"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    ChangeParticulars: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeParticulars"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    MovementWindows_personYear: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个人全部登记合并后的年度时长，同一分钟只计一次；本人可看自己的 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counted: {
                            activityId?: string;
                            attestedBy: string;
                            attestedOn: string;
                            batch?: string;
                            dueOn?: string;
                            dueProvisional: boolean;
                            endsAt: string;
                            entryId: string;
                            /** @enum {string} */
                            kind: "BROUGHT_FORWARD" | "EXTERNAL" | "INDIVIDUAL" | "PAIRED_AID" | "SESSION" | "STATION_DUTY";
                            late: boolean;
                            /** @enum {string} */
                            lateReasonCode?: "DISPUTE_UPHELD" | "EMERGENCY" | "OTHER" | "PAPER_SHEET_DELAYED" | "SYSTEM_UNAVAILABLE";
                            organizationId: string;
                            /** @enum {string} */
                            provenance: "BROUGHT_FORWARD" | "DECLARED" | "EXTERNAL" | "MEASURED" | "WITNESSED";
                            recordedBy: string;
                            recordedOn: string;
                            replaces?: string;
                            servedOn: string;
                            serviceMinutes: number;
                            sessionId?: string;
                            startsAt: string;
                            teamId?: string;
                            volunteerId: string;
                        }[];
                        leftOut: {
                            entry: {
                                activityId?: string;
                                attestedBy: string;
                                attestedOn: string;
                                batch?: string;
                                dueOn?: string;
                                dueProvisional: boolean;
                                endsAt: string;
                                entryId: string;
                                /** @enum {string} */
                                kind: "BROUGHT_FORWARD" | "EXTERNAL" | "INDIVIDUAL" | "PAIRED_AID" | "SESSION" | "STATION_DUTY";
                                late: boolean;
                                /** @enum {string} */
                                lateReasonCode?: "DISPUTE_UPHELD" | "EMERGENCY" | "OTHER" | "PAPER_SHEET_DELAYED" | "SYSTEM_UNAVAILABLE";
                                organizationId: string;
                                /** @enum {string} */
                                provenance: "BROUGHT_FORWARD" | "DECLARED" | "EXTERNAL" | "MEASURED" | "WITNESSED";
                                recordedBy: string;
                                recordedOn: string;
                                replaces?: string;
                                servedOn: string;
                                serviceMinutes: number;
                                sessionId?: string;
                                startsAt: string;
                                teamId?: string;
                                volunteerId: string;
                            };
                            overlaps: {
                                activityId?: string;
                                attestedBy: string;
                                attestedOn: string;
                                batch?: string;
                                dueOn?: string;
                                dueProvisional: boolean;
                                endsAt: string;
                                entryId: string;
                                /** @enum {string} */
                                kind: "BROUGHT_FORWARD" | "EXTERNAL" | "INDIVIDUAL" | "PAIRED_AID" | "SESSION" | "STATION_DUTY";
                                late: boolean;
                                /** @enum {string} */
                                lateReasonCode?: "DISPUTE_UPHELD" | "EMERGENCY" | "OTHER" | "PAPER_SHEET_DELAYED" | "SYSTEM_UNAVAILABLE";
                                organizationId: string;
                                /** @enum {string} */
                                provenance: "BROUGHT_FORWARD" | "DECLARED" | "EXTERNAL" | "MEASURED" | "WITNESSED";
                                recordedBy: string;
                                recordedOn: string;
                                replaces?: string;
                                servedOn: string;
                                serviceMinutes: number;
                                sessionId?: string;
                                startsAt: string;
                                teamId?: string;
                                volunteerId: string;
                            };
                        }[];
                        records: string[];
                        serviceMinutes: number;
                    };
                };
            };
        };
    };
    PersonalDataController_open: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenPersonalDataRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fields: {
                            [key: string]: unknown;
                        };
                        volunteerId: string;
                    };
                };
            };
        };
    };
    ChoosePrimaryTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChoosePrimaryTeam"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ClearPrimaryTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClearPrimaryTeam"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ErasureController_ofPerson: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 此人的个人信息申请及其办理情况；本人可看自己的 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Told"][];
                    };
                };
            };
        };
    };
    FilePrivacyRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilePrivacyRequest"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ApprovePrivacyRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovePrivacyRequest"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    CompleteCorrection: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteCorrection"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    DeclinePrivacyRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclinePrivacyRequest"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ExtendProbation: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendProbation"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    RecordReminderTalk: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordReminderTalk"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    RecordRetirement: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordRetirement"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    SheetWindows_ofVolunteer: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 个人年度评议表：只列事实；本人可看自己的 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolunteerSheet"];
                };
            };
        };
    };
    OwnYearWindows_stars: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 累计时长可以申报的星级；由人认定 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StarStandingItem"];
                };
            };
        };
    };
    ApplyForStar: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyForStar"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    AwardStar: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AwardStar"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    OwnYearWindows_starEntries: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此年度 */
                year?: number;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 累计时长的逐条明细 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StarEntry"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    DeclineStar: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineStar"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    RevokeStar: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeStar"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    StarWindows_why: {
        parameters: {
            query?: {
                /** @description 时长截止日期；不填为今天 */
                asOf?: string;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 为什么是这个星级：截至某日的时长、适用标准、还差多少；本人可看自己的 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Why"];
                };
            };
        };
    };
    StarWindows_counted: {
        parameters: {
            query?: {
                /** @description 时长截止日期；不填为今天 */
                asOf?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 计入星级的时长记录 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            activityId?: string;
                            attestedBy: string;
                            attestedOn: string;
                            batch?: string;
                            dueOn?: string;
                            dueProvisional: boolean;
                            endsAt: string;
                            entryId: string;
                            /** @enum {string} */
                            kind: "BROUGHT_FORWARD" | "EXTERNAL" | "INDIVIDUAL" | "PAIRED_AID" | "SESSION" | "STATION_DUTY";
                            late: boolean;
                            /** @enum {string} */
                            lateReasonCode?: "DISPUTE_UPHELD" | "EMERGENCY" | "OTHER" | "PAPER_SHEET_DELAYED" | "SYSTEM_UNAVAILABLE";
                            organizationId: string;
                            /** @enum {string} */
                            provenance: "BROUGHT_FORWARD" | "DECLARED" | "EXTERNAL" | "MEASURED" | "WITNESSED";
                            recordedBy: string;
                            recordedOn: string;
                            replaces?: string;
                            servedOn: string;
                            serviceMinutes: number;
                            sessionId?: string;
                            startsAt: string;
                            teamId?: string;
                            volunteerId: string;
                        }[];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    StarWindows_leftOut: {
        parameters: {
            query?: {
                /** @description 时长截止日期；不填为今天 */
                asOf?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 未计入星级的时长记录及原因 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LeftOut"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    OwnYearWindows_starYears: {
        parameters: {
            query?: {
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 累计时长的各年明细 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StarYear"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    SendAffiliationTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendAffiliationTransfer"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    CallBackAffiliationTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallBackAffiliationTransfer"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    ReceiveAffiliationTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiveAffiliationTransfer"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    RefuseAffiliationTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseAffiliationTransfer"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    WithdrawVolunteer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 本次操作的 UUID：重试时用同一个，已记入的不会重复记入 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 志愿者 */
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawVolunteer"];
            };
        };
        responses: {
            /** @description 已记入台账的回执 */
            201: {
                headers: {
                    /** @description 本次操作的编号 */
                    "Idempotency-Key"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    OwnYearWindows_year: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一名志愿者的一年；本人可看自己的 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolunteerYearItem"];
                };
            };
        };
    };
    OwnYearWindows_entries: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "servedOn" | "serviceMinutes" | "state";
            };
            header?: never;
            path: {
                /** @description 志愿者 */
                volunteerId: string;
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一年时长的明细，含冲突与已冲销的 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HoursEntryItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    VolunteerWindows_applications: {
        parameters: {
            query?: {
                /** @description 只看存疑的 */
                onlyDoubtful?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 申请状态 */
                status?: "SUBMITTED" | "RETURNED";
                /** @description 等待起始日期不晚于 */
                waitingSinceAtMost?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 待审核与退回的申请，等待最久的在前 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WaitingApplication"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    VolunteerWindows_applicationCount: {
        parameters: {
            query?: {
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 等待起始日期不晚于 */
                waitingSinceAtMost?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 待审核申请的数量 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingCount"];
                };
            };
        };
    };
    VolunteerWindows_applicationEntries: {
        parameters: {
            query: {
                /** @description 统计项 */
                figure: "submitted" | "returned" | "doubtful";
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 等待起始日期不晚于 */
                waitingSinceAtMost?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 待审核申请数量的明细 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WaitingApplication"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    VolunteerWindows_counts: {
        parameters: {
            query?: {
                /** @description 所在服务队 */
                memberOfTeamId?: string;
                /** @description 截至日期；不填为最新 */
                on?: string;
                /** @description 主队 */
                primaryTeamId?: string;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 姓名中的文字，姓名拼音或其首字母的开头（zjj 可找到张建军），或志愿者编号的开头 */
                text?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各状态、各类别的人数 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["VolunteerCount"][];
                    };
                };
            };
        };
    };
    VolunteerWindows_countEntries: {
        parameters: {
            query: {
                /** @description 所在服务队 */
                memberOfTeamId?: string;
                /** @description 截至日期；不填为最新 */
                on?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 人员类别 */
                participantKind: "FULL_MEMBER" | "PROBATIONARY_MEMBER" | "APPLICANT_ACTIVIST" | "OTHER_VOLUNTEER";
                /** @description 主队 */
                primaryTeamId?: string;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 状态 */
                status: "APPLIED" | "RETURNED" | "DECLINED" | "APPROVED" | "ENROLLED" | "WITHDRAWN" | "DECEASED" | "MERGED";
                /** @description 姓名中的文字，姓名拼音或其首字母的开头（zjj 可找到张建军），或志愿者编号的开头 */
                text?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 人数的明细 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["VolunteerLine"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    IdNumberCheckController_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckIdNumberRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isTaken: boolean;
                        items: components["schemas"]["Holder"][];
                    };
                };
            };
        };
    };
    VolunteerWindows_namesakes: {
        parameters: {
            query: {
                /** @description 完整的姓名 */
                name: string;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 同名的人：单位、出生年月、编号和身份证号首尾，供辨认；不凭姓名认人 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Namesake"][];
                    };
                };
            };
        };
    };
    SelectionController_select: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelectVolunteersRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        selection: string;
                    };
                };
            };
        };
    };
    SelectionController_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportSelectionRequest"];
            };
        };
        responses: {
            /** @description 已办理 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    YearWindows_corrected: {
        parameters: {
            query?: {
                /** @description 活动 */
                activityId?: string;
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 是否逾期登记 */
                late?: boolean;
                /** @description 月份 */
                month?: number;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 来源等级 */
                provenance?: "MEASURED" | "WITNESSED" | "DECLARED" | "EXTERNAL" | "BROUGHT_FORWARD";
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "servedOn" | "serviceMinutes" | "state";
                /** @description 服务队 */
                teamId?: string;
                /** @description 志愿者 */
                volunteerId?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已记入后又冲销的时长记录（late-share-by-team 中更正数的明细） */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HoursEntryItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    YearWindows_entries: {
        parameters: {
            query?: {
                /** @description 活动 */
                activityId?: string;
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 是否逾期登记 */
                late?: boolean;
                /** @description 月份 */
                month?: number;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 来源等级 */
                provenance?: "MEASURED" | "WITNESSED" | "DECLARED" | "EXTERNAL" | "BROUGHT_FORWARD";
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "servedOn" | "serviceMinutes" | "state";
                /** @description 服务队 */
                teamId?: string;
                /** @description 志愿者 */
                volunteerId?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 时长合计的明细：已计入且未冲销的时长记录 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HoursEntryItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    YearWindows_lateShare: {
        parameters: {
            query?: {
                /** @description 活动 */
                activityId?: string;
                /** @description 是否逾期登记 */
                late?: boolean;
                /** @description 月份 */
                month?: number;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 来源等级 */
                provenance?: "MEASURED" | "WITNESSED" | "DECLARED" | "EXTERNAL" | "BROUGHT_FORWARD";
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 服务队 */
                teamId?: string;
                /** @description 志愿者 */
                volunteerId?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各队逾期登记、自报、更正的时长；明细见 entries?late=true 和 corrected-entries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LateShare"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    YearWindows_byActivity: {
        parameters: {
            query?: {
                /** @description 活动 */
                activityId?: string;
                /** @description 是否逾期登记 */
                late?: boolean;
                /** @description 月份 */
                month?: number;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 来源等级 */
                provenance?: "MEASURED" | "WITNESSED" | "DECLARED" | "EXTERNAL" | "BROUGHT_FORWARD";
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 服务队 */
                teamId?: string;
                /** @description 志愿者 */
                volunteerId?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各活动时长 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ActivitySum"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    YearWindows_byMonth: {
        parameters: {
            query?: {
                /** @description 活动 */
                activityId?: string;
                /** @description 是否逾期登记 */
                late?: boolean;
                /** @description 月份 */
                month?: number;
                /** @description 来源等级 */
                provenance?: "MEASURED" | "WITNESSED" | "DECLARED" | "EXTERNAL" | "BROUGHT_FORWARD";
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 服务队 */
                teamId?: string;
                /** @description 志愿者 */
                volunteerId?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各月时长 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MonthSum"][];
                    };
                };
            };
        };
    };
    YearWindows_byProvenance: {
        parameters: {
            query?: {
                /** @description 活动 */
                activityId?: string;
                /** @description 是否逾期登记 */
                late?: boolean;
                /** @description 月份 */
                month?: number;
                /** @description 来源等级 */
                provenance?: "MEASURED" | "WITNESSED" | "DECLARED" | "EXTERNAL" | "BROUGHT_FORWARD";
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 服务队 */
                teamId?: string;
                /** @description 志愿者 */
                volunteerId?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各来源等级的时长；外部与结转的单列 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ProvenanceSum"][];
                    };
                };
            };
        };
    };
    YearWindows_byTeam: {
        parameters: {
            query?: {
                /** @description 活动 */
                activityId?: string;
                /** @description 是否逾期登记 */
                late?: boolean;
                /** @description 月份 */
                month?: number;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 来源等级 */
                provenance?: "MEASURED" | "WITNESSED" | "DECLARED" | "EXTERNAL" | "BROUGHT_FORWARD";
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 服务队 */
                teamId?: string;
                /** @description 志愿者 */
                volunteerId?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各队时长 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TeamSum"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    YearWindows_byVolunteer: {
        parameters: {
            query?: {
                /** @description 活动 */
                activityId?: string;
                /** @description 是否逾期登记 */
                late?: boolean;
                /** @description 月份 */
                month?: number;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 来源等级 */
                provenance?: "MEASURED" | "WITNESSED" | "DECLARED" | "EXTERNAL" | "BROUGHT_FORWARD";
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 服务队 */
                teamId?: string;
                /** @description 志愿者 */
                volunteerId?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各人时长 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["VolunteerSum"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    YearWindows_shortfall: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 按此日应达到的进度；不填按全年 */
                onPaceOf?: string;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "volunteerNumber" | "name" | "serviceMinutes" | "activities";
                /** @description 主队 */
                teamId?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 未达年度时长的志愿者，供人核对，不是结论 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["VolunteerYearItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    YearWindows_teams: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "ordinal" | "name" | "activities" | "members" | "serviceMinutes";
                /** @description 队名中的文字，或其拼音、首字母（xlf 可找到学雷锋队） */
                text?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 每支服务队的一年：活动次数、人数、时长与目标 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TeamYearItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    YearWindows_underTarget: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "ordinal" | "name" | "activities" | "members" | "serviceMinutes";
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 活动次数未达目标的服务队 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TeamYearItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    YearWindows_volunteers: {
        parameters: {
            query?: {
                /** @description 是否降序 */
                descending?: boolean;
                /** @description 页码，从 1 起 */
                page?: number;
                /** @description 每页条数，默认 50，最多 200 */
                pageSize?: number;
                /** @description 回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true */
                seen?: string;
                /** @description 排序字段 */
                sort?: "volunteerNumber" | "name" | "serviceMinutes" | "activities";
                /** @description 主队 */
                teamId?: string;
                /** @description 只看此党组织及其下级 */
                within?: string;
            };
            header?: never;
            path: {
                /** @description 年度 */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 每名志愿者的一年：时长、活动次数与目标 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["VolunteerYearItem"][];
                        page: number;
                        pageSize: number;
                        total: number;
                    };
                };
            };
        };
    };
    VerifyController_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 查验结果，个人信息已遮盖 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
