import type { SettingsMessages } from '../areas/settings.js';

export const settings: SettingsMessages = {
  loginSummary: 'url、テナント、プロジェクト、トークンを自分用に保存します',
  logoutSummary: '保存したプロファイルをトークンごと削除します',
  configSummary: 'すべての設定とその由来を表示します',
  login: {
    examples: {
      ask: 'すべてを順に尋ねます。トークンは入力中に表示されません',
      profile: '2 台目のサーバーを別のプロファイルとして保存',
      pipe: 'パスワードマネージャーからトークンを渡し、何も尋ねない',
    },
    asks: {
      url: 'API のアドレス（https://…）',
      tenant: 'テナント ID',
      project: 'プロジェクト ID',
      token: 'トークン（表示されません）',
    },
    done: (url, profile) => `プロファイル「${profile}」を ${url} 用に保存しました。`,
    stored: (file) => `${file} に保存しました。読めるのはあなただけです。`,
    check: '動作の確認: jobtrack doctor',
  },
  logout: {
    examples: {
      usual: '既定のプロファイルを削除',
      profile: '別のプロファイルを削除',
    },
    done: (profile, file) =>
      `プロファイル「${profile}」とそのトークンを ${file} から削除しました。`,
  },
  config: {
    examples: { all: 'すべての設定、その値と由来', json: 'url だけを取り出す' },
    columns: { setting: '設定', value: '値', source: '由来' },
    set: '設定済み',
    notSet: '未設定',
    profile: (name) => `プロファイル ${name}`,
    sources: {
      flag: ({ name }) => name,
      environment: ({ name }) => name,
      'project-file': ({ file }) => file,
      'user-file': ({ file, profile }) =>
        profile === undefined ? file : `${file}（プロファイル ${profile}）`,
      serve: ({ file }) => `実行中の jobtrack serve（${file}）`,
      default: () => '既定値',
    },
  },
};
