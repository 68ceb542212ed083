import { z } from 'zod';
import * as contracts from '../../contracts';
import { type Session, startSession } from './client';

let session: Session;
beforeAll(async () => {
	session = await startSession();
});
afterAll(() => session.simulator.stop());

const listOf = (schema: z.ZodTypeAny) => z.array(schema).nonempty();
const reportOf = (schema: z.ZodTypeAny) => contracts.reportOf(schema);

const answers: [path: string, schema: z.ZodTypeAny][] = [
	['/v2/organizations', listOf(contracts.OrganizationSchema)],
	['/v2/organizations-detailed', listOf(contracts.OrganizationDetailedSchema)],
	['/v2/organization/1', contracts.OrganizationDetailedSchema],
	['/v2/organization/1/locations', listOf(contracts.LocationSchema)],
	['/v2/organization/1/devices', listOf(contracts.DeviceSchema)],
	['/v2/locations', listOf(contracts.LocationInListSchema)],
	['/v2/devices', listOf(contracts.DeviceSchema)],
	['/v2/devices-detailed', listOf(contracts.DeviceDetailedSchema)],
	['/v2/device/5', contracts.DeviceDetailedSchema],
	['/v2/devices/search?q=a', contracts.DeviceSearchSchema],
	['/v2/device/5/dashboard-url', contracts.DashboardLinkSchema],
	['/v2/device/5/alerts', z.array(contracts.AlertSchema)],
	['/v2/device/5/activities', contracts.DeviceActivitiesSchema],
	['/v2/device/5/jobs', z.array(contracts.JobSchema)],
	['/v2/device/5/scripting/options', contracts.ScriptingOptionsSchema],
	['/v2/device/5/custom-fields', contracts.CustomFieldValuesSchema],
	['/v2/device/5/policy/overrides', contracts.PolicyOverridesSchema],
	['/v2/device/5/os-patches', z.array(contracts.OsPatchSchema)],
	['/v2/device/5/os-patch-installs', z.array(contracts.OsPatchSchema)],
	['/v2/device/5/software-patches', z.array(contracts.SoftwarePatchSchema)],
	['/v2/device/5/software-patch-installs', z.array(contracts.SoftwarePatchSchema)],
	['/v2/device/5/windows-services', z.array(contracts.WindowsServiceSchema)],
	['/v2/device/5/disks', z.array(contracts.DiskDriveSchema)],
	['/v2/device/5/volumes?include=bl', z.array(contracts.VolumeSchema)],
	['/v2/device/5/processors', z.array(contracts.ProcessorSchema)],
	['/v2/device/5/network-interfaces', listOf(contracts.NetworkInterfaceSchema)],
	['/v2/device/5/software', listOf(contracts.InstalledSoftwareSchema)],
	['/v2/device/5/last-logged-on-user', contracts.LoggedOnUserSchema.partial()],
	['/v2/jobs', z.array(contracts.JobSchema)],
	['/v2/automation/scripts', listOf(contracts.AutomationScriptSchema)],
	['/v2/alerts', listOf(contracts.AlertSchema)],
	['/v2/activities?pageSize=1000', contracts.ActivitiesSchema],
	['/v2/users?includeRoles=true', listOf(contracts.UserSchema)],
	['/v2/groups', listOf(contracts.GroupSchema)],
	['/v2/group/701/device-ids', contracts.DeviceIdsSchema],
	['/v2/tag', contracts.TagsSchema],
	['/v2/roles', listOf(contracts.RoleSchema)],
	['/v2/policies', listOf(contracts.PolicySchema)],
	['/v2/custom-fields', contracts.CustomFieldsPageSchema],
	['/v2/queries/device-health', reportOf(contracts.DeviceHealthRowSchema)],
	['/v2/queries/operating-systems', reportOf(contracts.OperatingSystemRowSchema)],
	['/v2/queries/computer-systems', reportOf(contracts.ComputerSystemRowSchema)],
	['/v2/queries/os-patches', reportOf(contracts.OsPatchRowSchema)],
	['/v2/queries/os-patch-installs', reportOf(contracts.OsPatchRowSchema)],
	['/v2/queries/software-patches', reportOf(contracts.SoftwarePatchRowSchema)],
	['/v2/queries/software-patch-installs', reportOf(contracts.SoftwarePatchRowSchema)],
	['/v2/queries/network-interfaces', reportOf(contracts.NetworkInterfaceRowSchema)],
	['/v2/queries/logged-on-users', reportOf(contracts.LoggedOnUserRowSchema)],
	['/v2/queries/disks', reportOf(contracts.DiskRowSchema)],
	['/v2/queries/volumes', reportOf(contracts.VolumeRowSchema)],
	['/v2/queries/processors', reportOf(contracts.ProcessorRowSchema)],
	['/v2/queries/windows-services', reportOf(contracts.WindowsServiceRowSchema)],
	['/v2/queries/backup/usage', reportOf(contracts.BackupUsageRowSchema)],
	['/v2/queries/software', reportOf(contracts.SoftwareRowSchema)],
	['/v2/custom-fields/field-name/assetText', contracts.CustomFieldSchema],
	['/v2/device-custom-fields?scopes=all', listOf(contracts.CustomFieldSchema)],
	['/v2/organization/1/custom-fields', contracts.CustomFieldValuesSchema],
	['/v2/organization/1/location/1001/custom-fields', contracts.CustomFieldValuesSchema],
	['/v2/user/end-user/5009/custom-fields', contracts.CustomFieldValuesSchema],
	['/v2/custom-fields/entity-type/NODE/5/signed-urls', contracts.SignedUrlsSchema],
	['/v2/queries/custom-fields', reportOf(contracts.DeviceFieldsRowSchema)],
	['/v2/queries/custom-fields-detailed', reportOf(contracts.DeviceFieldsDetailedRowSchema)],
	['/v2/queries/scoped-custom-fields', reportOf(contracts.ScopedFieldsRowSchema)],
	['/v2/queries/scoped-custom-fields-detailed', reportOf(contracts.ScopedFieldsDetailedRowSchema)],
	['/v2/user/end-users', listOf(contracts.EndUserSchema)],
	['/v2/user/end-user/5009', contracts.EndUserSchema],
	['/v2/organization/1/end-users?includeRoles=true', listOf(contracts.UserSchema)],
	['/v2/user/technicians', listOf(contracts.TechnicianSchema)],
	['/v2/user/technician/5001', contracts.TechnicianSchema],
	['/v2/contacts', listOf(contracts.ContactSchema)],
	['/v2/contact/80001', contracts.ContactSchema],
	['/v2/ticketing/contact/contacts', listOf(contracts.TicketingContactSchema)],
	['/v2/ticketing/attributes', listOf(contracts.TicketAttributeSchema)],
	['/v2/ticketing/ticket-form', listOf(contracts.TicketFormSchema)],
	['/v2/ticketing/ticket-form/2', contracts.TicketFormSchema],
	['/v2/ticketing/trigger/boards', listOf(contracts.BoardSchema)],
	['/v2/ticketing/statuses', listOf(contracts.TicketStatusSchema)],
	['/v2/ticketing/ticket/1001', contracts.TicketSchema],
	['/v2/ticketing/ticket/1001/log-entry', listOf(contracts.LogEntrySchema)],
	['/v2/ticketing/app-user-contact', listOf(contracts.TicketContactSchema)],
	['/v2/document-templates?includeTechnicianRoles=true', listOf(contracts.DocumentTemplateSchema)],
	['/v2/document-templates/3101', contracts.DocumentTemplateSchema],
	['/v2/organization/documents', listOf(contracts.DocumentSchema)],
	['/v2/organization/1/documents', listOf(contracts.DocumentSchema)],
	['/v2/organization/document/3501/signed-urls', contracts.SignedUrlsSchema],
	['/v2/knowledgebase/global/articles', listOf(contracts.KnowledgeBaseArticleSchema)],
	['/v2/knowledgebase/organization/articles', listOf(contracts.KnowledgeBaseArticleSchema)],
	['/v2/knowledgebase/article/4301/signed-urls', contracts.SignedUrlsSchema],
	['/v2/knowledgebase/folder', contracts.KnowledgeBaseFolderSchema],
	['/v2/knowledgebase/folder/4102', contracts.KnowledgeBaseFolderSchema],
	['/v2/checklist/templates', listOf(contracts.ChecklistTemplateSchema)],
	['/v2/organization/checklists', listOf(contracts.ChecklistSchema)],
	['/v2/organization/checklist/4601', contracts.ChecklistSchema],
	['/v2/organization/checklist/4601/signed-urls', contracts.SignedUrlsSchema],
	['/v2/related-items', listOf(contracts.RelatedItemSchema)],
	['/v2/related-items/with-entity/ORGANIZATION/1', listOf(contracts.RelatedItemSchema)],
	['/v2/related-items/with-entity-type/ORGANIZATION', listOf(contracts.RelatedItemSchema)],
	['/v2/related-items/with-related-entity/NODE/1', listOf(contracts.RelatedItemSchema)],
	['/v2/related-items/with-related-entity-type/NODE', listOf(contracts.RelatedItemSchema)],
	[
		'/v2/related-items/with-entity/ORGANIZATION/1/attachments/signed-urls',
		contracts.SignedUrlsSchema,
	],
];

describe('an answer', () => {
	it.each(answers)('of %s keeps to its contract', async (path, schema) => {
		const { status, body } = await session.call(path);
		expect(status).toBe(200);
		expect(schema.safeParse(body).error?.issues ?? []).toEqual([]);
	});

	it('of a running job keeps to its contract', async () => {
		const { state } = session.simulator;
		state.jobs.start({ deviceId: 5, jobType: 'ACTION', name: 'Test', userId: 5001 }, []);
		const { body } = await session.call('/v2/jobs');
		expect(listOf(contracts.JobSchema).safeParse(body).error?.issues ?? []).toEqual([]);
		for (const { uid } of state.jobs.all()) state.jobs.drop(uid);
	});

	it('of a ticket board keeps to its contract', async () => {
		const path = '/v2/ticketing/trigger/board/2/run';
		const { body } = await session.call(path, { method: 'POST', json: {} });
		expect(contracts.BoardRunSchema.safeParse(body).error?.issues ?? []).toEqual([]);
	});
});

describe('reports', () => {
	it('know the alerts that are active', async () => {
		const [{ deviceId }] = session.simulator.state.alerts.values();
		const { body } = await session.call<{ results: contracts.DeviceHealthRow[] }>(
			`/v2/queries/device-health?df=id%20%3D%20${deviceId}`,
		);
		expect(body.results[0].alertCount).toBeGreaterThan(0);
		expect(body.results[0].healthStatus).not.toBe('HEALTHY');
	});

	it('filter by what is their own', async () => {
		const path = '/v2/queries/os-patches?severity=critical&status=APPROVED';
		const { body } = await session.call<{ results: contracts.OsPatchRow[] }>(path);
		expect(body.results.length).toBeGreaterThan(0);
		expect(new Set(body.results.map(({ severity, status }) => `${severity} ${status}`))).toEqual(
			new Set(['critical APPROVED']),
		);
	});
});

describe('users', () => {
	it('come with roles only when asked for', async () => {
		const [plain] = await session.get<contracts.User[]>('/v2/users');
		const [withRoles] = await session.get<contracts.User[]>('/v2/users?includeRoles=true');
		expect(plain).not.toHaveProperty('roles');
		expect(withRoles.roles).toEqual(['System Administrator']);
	});

	it('are technicians and end users, or one of both', async () => {
		const technicians = await session.get<contracts.User[]>('/v2/users?userType=TECHNICIAN');
		const all = await session.get<contracts.User[]>('/v2/users');
		expect(technicians).toHaveLength(8);
		expect(all).toHaveLength(8 + 4 * 4);
	});
});

describe('groups', () => {
	it('count the devices that they name', async () => {
		const groups = await session.get<contracts.Group[]>('/v2/groups');
		for (const { id, deviceCount } of groups) {
			expect(await session.get(`/v2/group/${id}/device-ids`)).toHaveLength(deviceCount);
		}
	});
});
