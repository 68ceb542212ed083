import { connect } from '../../api/connection';
import { createFollower } from '../../operations/follower';
import { editorContext } from '../harness/engine';
import { credentialFor, withSimulator } from '../harness/simulated';
import { onNextWait } from '../harness/waits';

const simulator = withSimulator({ devices: 40, organizations: 2, activities: 50 });

const looks = () =>
	simulator.requests.matching({ path: '/v2/activities' }).map(({ query }) => query.newerThan);
const open = async () => createFollower(await connect(editorContext(credentialFor(simulator))));
const finished = (deviceId: number) => {
	simulator.state.addActivity({ deviceId, statusCode: 'COMPLETED' });
};
const untilCompleted = ({ statusCode, id }: { statusCode?: unknown; id?: unknown }) =>
	statusCode === 'COMPLETED' ? Number(id) : undefined;

describe('the follower', () => {
	it('sees what happened between the bookmark and the beginning of the watch', async () => {
		const follower = await open();
		const since = await follower.bookmark();
		finished(3);
		const followed = await follower.follow({
			deviceId: 3,
			since,
			timeoutMs: 60_000,
			see: untilCompleted,
		});
		expect(followed).toEqual({ end: 'outcome', outcome: since + 1 });
	});

	it('does not take an old activity, or one of another device, for the awaited one', async () => {
		finished(4);
		const follower = await open();
		const since = await follower.bookmark();
		finished(5);
		onNextWait(() => finished(4));
		const followed = await follower.follow({
			deviceId: 4,
			since,
			timeoutMs: 60_000,
			see: untilCompleted,
		});
		expect(followed).toEqual({ end: 'outcome', outcome: since + 2 });
	});

	it('looks for later orders from where it has read to, not from the beginning again', async () => {
		const follower = await open();
		for (const deviceId of [6, 7, 8]) {
			const since = await follower.bookmark();
			finished(deviceId);
			await follower.follow({ deviceId, since, timeoutMs: 60_000, see: untilCompleted });
		}
		const [, ...bounds] = looks().map(Number);
		expect(bounds).toHaveLength(3);
		expect(bounds).toEqual([bounds[0], bounds[0] + 1, bounds[0] + 2]);
	});

	it('shows every activity once and in order when more than a page arrives at once', async () => {
		const follower = await open();
		const since = await follower.bookmark();
		const seen: number[] = [];
		onNextWait(() => {
			for (let i = 0; i < 2500; i++) simulator.state.addActivity({ deviceId: 9, statusCode: 'X' });
			finished(9);
		});
		await follower.follow({
			deviceId: 9,
			since,
			timeoutMs: 60_000,
			see: (activity) => {
				seen.push(Number(activity.id));
				return untilCompleted(activity);
			},
		});
		expect(seen).toEqual(Array.from({ length: 2501 }, (_, i) => since + 1 + i));
	});
});
