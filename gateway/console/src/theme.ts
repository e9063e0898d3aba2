import type { ThemeConfig } from 'antd';

/** Quiet colours for eight hours a day; every text colour keeps 4.5:1 on the page's grey (WCAG AA). */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1d4a80',
    colorInfo: '#1d4a80',
    colorLink: '#1a4f94',
    colorLinkHover: '#0f3566',
    colorSuccess: '#2f6b3c',
    colorWarning: '#8a5a00',
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
    borderRadius: 4,
    fontSize: 14,
    fontFamily:
      "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif",
    wireframe: false,
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
