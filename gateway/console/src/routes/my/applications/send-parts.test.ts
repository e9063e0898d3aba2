import { afterEach, describe, expect, it, vi } from 'vitest';
import { sendParts } from './send-parts';

const PART = 1 << 20;
const arrived = (offset: number) =>
  new Response(null, { status: 204, headers: { 'Upload-Offset': String(offset) } });

/** A server that keeps what arrives, and loses the answers or the parts it is told to. */
function server(faults: Record<number, 'part' | 'answer'> = {}) {
  let kept = 0;
  let asked = 0;
  const offsets: number[] = [];
  vi.stubGlobal(
    'fetch',
    (
      _: string,
      { method, headers, body }: { method: string; headers?: Record<string, string>; body?: Blob },
    ) => {
      if (method === 'HEAD') return Promise.resolve(arrived(kept));
      asked += 1;
      const fault = faults[asked];
      if (fault === 'part') return Promise.reject(new TypeError('the line broke'));
      offsets.push(Number(headers?.['Upload-Offset']));
      kept += body?.size ?? 0;
      return fault === 'answer'
        ? Promise.reject(new TypeError('the answer was lost'))
        : Promise.resolve(arrived(kept));
    },
  );
  return { offsets, kept: () => kept };
}

afterEach(() => vi.unstubAllGlobals());

describe('an upload in parts', () => {
  const file = new Blob([new Uint8Array(2 * PART + 5)]);

  it('sends each part where the one before it ended', async () => {
    const { offsets, kept } = server();
    const shares: number[] = [];
    expect(await sendParts('/files/x', file, (share) => shares.push(share))).toBe(true);
    expect(offsets).toEqual([0, PART, 2 * PART]);
    expect(kept()).toBe(file.size);
    expect(shares.at(-1)).toBe(1);
  });

  it('goes on where the server stands, whether a part or only its answer was lost', async () => {
    const { offsets, kept } = server({ 1: 'part', 3: 'answer' });
    expect(await sendParts('/files/x', file, () => undefined)).toBe(true);
    expect(offsets).toEqual([0, PART, 2 * PART]);
    expect(kept()).toBe(file.size);
  });

  it('gives up when nothing gets through', async () => {
    server({ 1: 'part', 2: 'part', 3: 'part', 4: 'part', 5: 'part' });
    expect(await sendParts('/files/x', file, () => undefined)).toBe(false);
  });
});
