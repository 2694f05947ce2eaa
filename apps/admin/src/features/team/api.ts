import { answer, api } from '../../app/api';
import type { Device, DeviceCode, Employee, Page, Role } from '../../app/wire';

export type PersonDraft = Pick<Employee, 'name' | 'roles' | 'rut' | 'email' | 'phone' | 'birth_date' | 'bank'>;

export const ROLES: readonly Role[] = ['cashier', 'bartender', 'wardrobe', 'door', 'supervisor', 'admin'];

export function listPeople(filter: { role?: Role; q?: string }, cursor: string | undefined): Promise<Page<Employee>> {
  return answer(api.GET('/api/v1/employees', { params: { query: { ...filter, cursor } } }));
}

export function savePerson(id: string | undefined, draft: PersonDraft, isActive: boolean): Promise<Employee> {
  const { rut, email, phone, birth_date, bank, ...kept } = draft;
  if (id !== undefined) {
    const body = { ...draft, is_active: isActive };
    return answer(api.PATCH('/api/v1/employees/{id}', { params: { path: { id } }, body }));
  }
  const given = {
    ...(rut === null ? {} : { rut }),
    ...(email === null ? {} : { email }),
    ...(phone === null ? {} : { phone }),
    ...(birth_date === null ? {} : { birth_date }),
    ...(bank === null ? {} : { bank }),
  };
  return answer(api.POST('/api/v1/employees', { body: { ...kept, ...given } }));
}

export async function setPin(id: string, pin: string): Promise<void> {
  await answer(api.POST('/api/v1/employees/{id}/pin', { params: { path: { id } }, body: { pin } }));
}

export async function unlockPerson(id: string): Promise<void> {
  await answer(api.POST('/api/v1/employees/{id}/unlock', { params: { path: { id } } }));
}

export async function setAccount(id: string, username: string, password: string): Promise<void> {
  await answer(
    api.PUT('/api/v1/employees/{id}/admin-account', { params: { path: { id } }, body: { username, password } }),
  );
}

export function listDevices(cursor: string | undefined): Promise<Page<Device>> {
  return answer(api.GET('/api/v1/devices', { params: { query: { cursor } } }));
}

export function addDevice(name: string): Promise<DeviceCode> {
  return answer(api.POST('/api/v1/devices', { body: { name } }));
}

export function newCode(id: string): Promise<DeviceCode> {
  return answer(api.POST('/api/v1/devices/{id}/code', { params: { path: { id } } }));
}

export async function unlockDevice(id: string): Promise<void> {
  await answer(api.POST('/api/v1/devices/{id}/unlock', { params: { path: { id } } }));
}

export async function revokeDevice(id: string): Promise<void> {
  await answer(api.DELETE('/api/v1/devices/{id}', { params: { path: { id } } }));
}
