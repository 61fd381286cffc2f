/** The calls to `leadercheck serve`. */

const BASE = document.querySelector('meta[name="leadercheck-server"]').content;

/** What went wrong, in words for an editor. */
export class ServerError extends Error {}

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(new URL(path, BASE), options);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new ServerError("Không gọi được máy chủ kiểm tra; xem `leadercheck serve` có đang chạy không.");
  }
  if (!response.ok) {
    const told = await response.json().catch(() => ({}));
    throw new ServerError(`Máy chủ kiểm tra từ chối (${response.status}): ${told.detail ?? response.statusText}`);
  }
  return response.json();
}

function post(path, body, signal) {
  const headers = { "Content-Type": "application/json" };
  return call(path, { method: "POST", headers, body: JSON.stringify(body), signal });
}

/** The report on an article in parts. */
export const check = (parts, on, signal) => post("/check", { parts, on }, signal);

/** People whose name has these letters. */
export const persons = (letters, on, signal) =>
  call(`/persons?${new URLSearchParams({ q: letters, on })}`, { signal });

/** How print introduces a person on the day. */
export const introduce = (person, on, form) => post("/introduce", { person, on, form });
