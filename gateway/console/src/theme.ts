import type { ThemeConfig } from 'antd';

/** Whoever asked the terminal for less motion gets none: pop-ups that are hurried through theirs lose their place. */
const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Quiet colours for eight hours a day; every text colour keeps 4.5:1 on the page's grey (WCAG AA). */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1d4a80',
    colorInfo: '#1d4a80',
    colorLink: '#1a4f94',
    colorLinkHover: '#0f3566',
    colorSuccess: '#2f6b3c',
    colorWarning: '#7d5200',
    colorError: '#b3261e',
    colorBgLayout: '#f4f6f8',
    colorTextBase: '#1b2430',
    colorTextSecondary: '#475262',
    colorTextTertiary: '#525e6e',
    colorTextQuaternary: '#5c6778',
    colorTextPlaceholder: '#5c6778',
    colorTextDescription: '#525e6e',
    colorTextDisabled: '#6a7484',
    colorBorder: '#c3cad3',
    colorBorderSecondary: '#e1e6eb',
    colorInfoBg: '#e8eff8',
    colorInfoBorder: '#b9cce4',
    colorSuccessBg: '#e9f4eb',
    colorSuccessBorder: '#b7d6bd',
    colorWarningBg: '#fdf5e3',
    colorWarningBorder: '#e3cd9c',
    colorErrorBg: '#fcedec',
    colorErrorBorder: '#ebbcb9',
    borderRadius: 4,
    fontSize: 14,
    fontFamily:
      "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif",
    wireframe: false,
    motion: !still,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Layout: { headerBg: '#ffffff', siderBg: '#ffffff', headerHeight: 52, headerPadding: '0 16px' },
    Menu: { itemHeight: 38, activeBarBorderWidth: 0, itemSelectedBg: '#e6edf6', itemSelectedColor: '#143a68' },
    Table: { headerBg: '#eef1f5', headerColor: '#343f4e', cellPaddingBlockSM: 6 },
    Statistic: { contentFontSize: 28 },
    Card: { headerFontSize: 15 },
  },
};
