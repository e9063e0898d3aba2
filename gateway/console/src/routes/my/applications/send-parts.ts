/** One part of an upload: small enough for a poor line, and within what the server takes. */
const PART = 1 << 20;
/** How often a part that broke off is tried again. */
const TRIES = 4;
const OFFSET = 'Upload-Offset';

/** Sends a file to its link part by part; what broke off goes on where the server says that it stands. Answers whether all arrived. */
export async function sendParts(
  url: string,
  file: Blob,
  progress: (share: number) => void,
): Promise<boolean> {
  let at = 0;
  let tries = 0;
  while (at < file.size) {
    const next = await put(url, file, at);
    if (next === undefined) {
      tries += 1;
      if (tries > TRIES) return false;
      at = (await standing(url)) ?? at;
    } else {
      at = next;
      tries = 0;
    }
    progress(at / file.size);
  }
  return true;
}

async function put(url: string, file: Blob, at: number): Promise<number | undefined> {
  const body = file.slice(at, at + PART);
  const answer = await fetch(url, { method: 'PUT', headers: { [OFFSET]: String(at) }, body }).catch(
    () => undefined,
  );
  return offsetOf(answer);
}

async function standing(url: string): Promise<number | undefined> {
  return offsetOf(await fetch(url, { method: 'HEAD' }).catch(() => undefined));
}

function offsetOf(answer: Response | undefined): number | undefined {
  const offset = answer?.ok ? answer.headers.get(OFFSET) : null;
  return offset ? Number(offset) : undefined;
}
