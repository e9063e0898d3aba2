import {
  ApartmentOutlined,
  AuditOutlined,
  CalendarOutlined,
  FileProtectOutlined,
  FolderOpenOutlined,
  FormOutlined,
  HomeOutlined,
  IdcardOutlined,
  KeyOutlined,
  PieChartOutlined,
  ProfileOutlined,
  SafetyCertificateOutlined,
  SearchOutlined,
  SwapOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Action, Domain } from '../gql/graphql';
import { may, type Viewer } from '../viewer';

export type Room =
  | 'overview'
  | 'district'
  | 'households'
  | 'persons'
  | 'rentals'
  | 'appointments'
  | 'office-tasks'
  | 'residents'
  | 'applications'
  | 'transfers'
  | 'cases'
  | 'approvals'
  | 'audit'
  | 'accounts'
  | 'tokens';

interface Entry {
  room: Room;
  icon: ReactNode;
  domain: Domain;
  action?: Action;
  /** Rooms of one precinct's register are not for those who look at the whole district, and the reverse. */
  place: 'precinct' | 'district' | 'both';
}

/** In the order of the menu; the first that is open is where the day begins. */
const ENTRIES: readonly Entry[] = [
  { room: 'overview', icon: <PieChartOutlined aria-hidden />, domain: 'OVERVIEW', place: 'precinct' },
  { room: 'district', icon: <ApartmentOutlined aria-hidden />, domain: 'OVERVIEW', place: 'district' },
  { room: 'households', icon: <TeamOutlined aria-hidden />, domain: 'HOUSEHOLDS', place: 'precinct' },
  { room: 'persons', icon: <SearchOutlined aria-hidden />, domain: 'PERSONS', action: 'SEARCH', place: 'both' },
  { room: 'rentals', icon: <HomeOutlined aria-hidden />, domain: 'RENTALS', place: 'precinct' },
  { room: 'applications', icon: <FormOutlined aria-hidden />, domain: 'APPLICATIONS', place: 'both' },
  { room: 'appointments', icon: <CalendarOutlined aria-hidden />, domain: 'APPOINTMENTS', place: 'precinct' },
  { room: 'residents', icon: <SafetyCertificateOutlined aria-hidden />, domain: 'RESIDENTS', place: 'precinct' },
  { room: 'office-tasks', icon: <ProfileOutlined aria-hidden />, domain: 'ASSIST_TASKS', place: 'precinct' },
  { room: 'transfers', icon: <SwapOutlined aria-hidden />, domain: 'TRANSFERS', place: 'precinct' },
  { room: 'audit', icon: <AuditOutlined aria-hidden />, domain: 'AUDIT', place: 'both' },
  { room: 'cases', icon: <FolderOpenOutlined aria-hidden />, domain: 'CASE_FILES', place: 'both' },
  { room: 'approvals', icon: <FileProtectOutlined aria-hidden />, domain: 'APPROVALS', place: 'both' },
  { room: 'accounts', icon: <IdcardOutlined aria-hidden />, domain: 'ACCOUNTS', place: 'both' },
  { room: 'tokens', icon: <KeyOutlined aria-hidden />, domain: 'TOKENS', place: 'both' },
];

/** The rooms this viewer may enter, in the order of the menu. */
export function roomsOf(viewer: Viewer): readonly Entry[] {
  const side = viewer.readsDistrict ? 'district' : 'precinct';
  return ENTRIES.filter(
    (entry) => (entry.place === 'both' || entry.place === side) && may(viewer, entry.domain, entry.action),
  );
}
