// The server under test: HUJI_URL and the accounts file that `huji demo` wrote (HUJI_ACCOUNTS).
import { readFileSync } from 'node:fs'

export const base = process.env.HUJI_URL ?? 'http://127.0.0.1:8000'
const { accounts } = JSON.parse(readFileSync(process.env.HUJI_ACCOUNTS ?? 'demo-accounts.json', 'utf8'))

/** The first demo account of a role, with its bearer token. */
export function account(role) {
  const found = accounts.find((one) => one.role === role)
  if (!found) throw new Error(`no ${role} in demo-accounts.json`)
  return found
}

/** `fetch` with the role's bearer token on every request. */
export function as(role) {
  const { token } = account(role)
  return (url, init = {}) => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${token}`)
    return fetch(url, { ...init, headers })
  }
}
