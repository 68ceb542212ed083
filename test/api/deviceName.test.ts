import { deviceName } from '../../resources/fields/deviceName';
import { simplifyAlert } from '../../resources/alert/simplify';

describe('the name of a device', () => {
	it.each([
		[{ displayName: 'Till 3', systemName: 'PC-3', dnsName: 'pc-3.local' }, 'Till 3'],
		[{ displayName: ' ', systemName: 'PC-3' }, 'PC-3'],
		[{ displayName: null, systemName: null, dnsName: 'pc-3.local' }, 'pc-3.local'],
		[{ systemName: '' }, '3'],
	])('of %j is %s', (names, expected) => {
		const device = { id: 3, ...names };
		expect(deviceName(device)).toBe(expected);
		const alert = simplifyAlert({ uid: 'x', deviceId: 3, device });
		expect(alert.deviceName ?? '3').toBe(expected);
	});
});
