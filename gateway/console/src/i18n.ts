import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from '../locales/en.json';
import zh from '../locales/zh-CN.json';

/** The languages of the console; each is named in itself. */
export const LANGUAGES = { 'zh-CN': '中文', en: 'English' } as const;
export type Language = keyof typeof LANGUAGES;

declare module 'i18next' {
  interface CustomTypeOptions {
    /** Keys are checked by the compiler, enum keys such as `role.${Role}` among them. */
    resources: { translation: typeof zh };
  }
}

const KEPT = 'huji.language';

function kept(): Language {
  return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh-CN';
}

function tell(language: Language) {
  document.documentElement.lang = language;
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
}

/** The language now on screen; also sent to the server, whose messages follow it. */
export function language(): Language {
  return i18next.language === 'en' ? 'en' : 'zh-CN';
}

/** Changes the language and remembers it on this terminal. */
export function speak(next: Language) {
  localStorage.setItem(KEPT, next);
  tell(next);
  void i18next.changeLanguage(next);
}

tell(kept());
void i18next.use(initReactI18next).init({
  lng: kept(),
  fallbackLng: 'zh-CN',
  resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false },
  returnNull: false,
});
