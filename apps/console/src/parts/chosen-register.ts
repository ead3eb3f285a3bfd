import { http } from '../api/client.js';
import type { paths } from '../api/api.js';

type BodyOf<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;
export type Leaving = BodyOf<'/api/volunteers/selection/export'>;

export interface Choice {
  readonly filters: string[];
  readonly text?: string;
}

/** What the server said: a token for the lines, and how many they are. */
export interface Chosen {
  readonly selection: string;
  readonly count: number;
}

interface Register {
  /** Counts the lines in a sentence. */
  readonly unit: string;
  /** In the name of the file. */
  readonly title: string;
  /** A filter that also holds for lines ticked one by one: what they show hangs on it. */
  readonly shown: 'on' | 'year';
  choose(choice: Choice, ticked: readonly string[] | undefined): Promise<Chosen>;
  send(body: Leaving): Promise<string>;
}

const chosenFrom = async (answer: Promise<{ data?: unknown }>): Promise<Chosen> => (await answer).data as Chosen;
const textFrom = async (answer: Promise<{ data?: unknown }>): Promise<string> => String((await answer).data);

/** The registers whose lines can be chosen and leave the house as a file. */
export const chosenRegisters = {
  volunteers: {
    unit: '人',
    title: '志愿者',
    shown: 'on',
    choose: (choice, ticked) =>
      chosenFrom(
        http.POST('/api/volunteers/selection', { body: { ...choice, ...(ticked && { volunteerIds: [...ticked] }) } }),
      ),
    send: (body) => textFrom(http.POST('/api/volunteers/selection/export', { body, parseAs: 'text' })),
  },
  teams: {
    unit: '支队',
    title: '服务队',
    shown: 'year',
    choose: (choice, ticked) =>
      chosenFrom(http.POST('/api/teams/selection', { body: { ...choice, ...(ticked && { teamIds: [...ticked] }) } })),
    send: (body) => textFrom(http.POST('/api/teams/selection/export', { body, parseAs: 'text' })),
  },
  activities: {
    unit: '项活动',
    title: '活动',
    shown: 'year',
    choose: (choice, ticked) =>
      chosenFrom(
        http.POST('/api/activities/selection', { body: { ...choice, ...(ticked && { activityIds: [...ticked] }) } }),
      ),
    send: (body) => textFrom(http.POST('/api/activities/selection/export', { body, parseAs: 'text' })),
  },
} as const satisfies Readonly<Record<string, Register>>;
export type ChosenRegister = keyof typeof chosenRegisters;
