import { z } from 'zod';
import {
	type Activity,
	ActivitySchema,
	AlertSchema,
	DeviceDetailedSchema,
	NewTicketSchema,
} from '../../contracts';
import type { Routes } from '../context';
import { bodyOf, checked, found } from '../input';
import { failure } from '../refusal';
import { briefDevice } from '../rows';
import type { State } from '../state/state';

/** Does something, and names the entity that came of it, if any did. */
type Happening = (state: State, given: unknown) => object | void;

const happening =
	<Shape extends z.ZodRawShape>(
		shape: Shape,
		act: (state: State, given: z.infer<z.ZodObject<Shape>>) => object | void,
	): Happening =>
	(state, given) =>
		act(state, checked(given, z.object(shape).strict()));

const number = z.number().int();
const onDevice = { deviceId: number };
const ofAlert = { uid: z.string() };

/** What is to be different about something that is made up. */
const activityWish = ActivitySchema.omit({ id: true }).partial().strict().optional();
const alertWish = AlertSchema.omit({ device: true, deviceId: true }).partial().strict().optional();
const deviceWish = DeviceDetailedSchema.omit({ id: true }).partial().strict().optional();

const happenings: Record<string, Happening> = {
	burst: happening({ count: number.nonnegative(), of: activityWish }, (state, { count, of }) => {
		state.burst(count, of);
	}),
	alert: happening({ ...onDevice, of: alertWish }, (state, { deviceId, of }) => {
		found(state.devices.get(deviceId), 'device');
		return { alert: state.triggerAlert(deviceId, of) };
	}),
	acknowledge: happening(ofAlert, (state, { uid }) => {
		found(state.acknowledgeAlert(uid) || undefined, 'alert');
	}),
	reset: happening(ofAlert, (state, { uid }) => {
		found(state.resetAlert(uid) || undefined, 'alert');
	}),
	alertAgain: happening(ofAlert, (state, { uid }) => ({ alert: state.triggerAgain(uid) })),
	offline: happening(onDevice, (state, { deviceId }) => ({ alert: state.goOffline(deviceId) })),
	online: happening(onDevice, (state, { deviceId }) => state.comeOnline(deviceId)),
	joinPending: happening({ device: deviceWish }, (state, { device }) => ({
		device: briefDevice(state.joinPending(device)),
	})),
	joinApproved: happening({ device: deviceWish }, (state, { device }) => ({
		device: briefDevice(state.joinApproved(device)),
	})),
	approve: happening(onDevice, (state, { deviceId }) => state.approve(deviceId)),
	patch: happening(
		{ ...onDevice, kind: z.enum(['os', 'software']).optional(), failed: z.boolean().optional() },
		(state, { deviceId, ...given }) => void state.tryPatch(deviceId, given),
	),
	script: happening(
		{
			...onDevice,
			name: z.string().optional(),
			ends: z.enum(['COMPLETED', 'CANCELLED', 'BLOCKED']).optional(),
			result: z.enum(['SUCCESS', 'FAILURE']).optional(),
			exitCode: number.optional(),
			output: z.string().optional(),
		},
		(state, { deviceId, ...given }) => void state.finishScript(deviceId, given),
	),
	ticket: happening({ ticket: NewTicketSchema.partial().optional() }, (state, { ticket }) => ({
		ticket: state.openTicket(ticket),
	})),
};

const WhatSchema = z.object({ what: z.string() }).passthrough();

/** Lets something happen, and answers what it added to the feed, oldest first. */
export const happeningRoutes: Routes = (app, { state }) => {
	app.post('/_simulator/happen', (request) => {
		const { what, ...given } = bodyOf(request, WhatSchema);
		if (!Object.hasOwn(happenings, what))
			throw failure(400, `what: one of ${Object.keys(happenings).join(', ')}`);
		const before = state.activities.lastId;
		const entity = happenings[what](state, given);
		const activities: Activity[] = [...state.activities.oldestFirst(before, Infinity)];
		return { activities, ...entity };
	});
};
