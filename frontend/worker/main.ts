/** Keeps the phone's page where it is needed most: on the phone, for when the Wi-Fi is gone. The
 *  page says what it is made of; what a person wrote is in the outbox, and none of this file's work. */

declare const self: ServiceWorkerGlobalScope;

const KEPT = "brouwerij-phone";
const PATIENCE = 4000; // ms to wait for a page on bad Wi-Fi before showing the one that was kept
const BROKEN = 500; // from this status on it is the server's fault
const MOST_PAGES = 6; // workshops whose page is kept
/** A page is the same whatever is asked of it: the cookie that it varies by is this phone's own. */
const ANY: CacheQueryOptions = { ignoreSearch: true, ignoreVary: true };
const PAGE = /^\/[A-Z0-9]+\/mee$/;
const CODE = /^\/[A-Z0-9]+$/; // what the QR on the wall says

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  const asking = (event.source as WindowClient).url;
  event.waitUntil(Promise.all([keepParts(event.data as string[]), page(new Request(asking))]));
});

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname.startsWith("/static/dist/")) event.respondWith(part(event.request));
  else if (event.request.mode !== "navigate") return;
  else if (PAGE.test(pathname)) event.respondWith(page(event.request));
  else if (CODE.test(pathname)) event.respondWith(fetch(event.request).catch(() => back(pathname)));
});

/** Keep exactly these parts; their names change with what is in them, so others are of an older version. */
async function keepParts(addresses: string[]): Promise<void> {
  const kept = await caches.open(KEPT);
  const wanted = new Set(addresses.map((address) => new URL(address, self.location.origin).href));
  for (const { url } of await kept.keys()) {
    if (new URL(url).pathname.startsWith("/static/") && !wanted.delete(url)) await kept.delete(url);
  }
  await Promise.all([...wanted].map((address) => kept.add(address).catch(() => undefined)));
}

async function part(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: KEPT })) ?? fetch(request);
}

/** The page as it is now, or as it was when there is no answer, or only that of a proxy whose server is gone. */
async function page(request: Request): Promise<Response> {
  const kept = await caches.open(KEPT);
  const fresh = fetch(request).then(async (response) => {
    if (response.ok && !response.redirected) await keepPage(kept, request, response.clone());
    return response;
  });
  const known = await kept.match(request, ANY);
  if (!known) return fresh;
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(known), PATIENCE));
  const well = fresh.then((response) => (response.status < BROKEN ? response : known));
  return Promise.race([well.catch(() => known), late]);
}

/** Who joined already and scans the code again without a connection. */
async function back(code: string): Promise<Response> {
  const known = await caches.match(`${code}/mee`, { cacheName: KEPT, ...ANY });
  return known ? Response.redirect(`${code}/mee`) : Response.error();
}

async function keepPage(kept: Cache, request: Request, response: Response): Promise<void> {
  await kept.delete(request, ANY);
  await kept.put(request, response);
  const pages = (await kept.keys()).filter(({ url }) => PAGE.test(new URL(url).pathname));
  for (const old of pages.slice(0, -MOST_PAGES)) await kept.delete(old);
}

export {};
