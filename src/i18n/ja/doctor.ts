import type { DoctorMessages } from '../areas/doctor.js';

const names: DoctorMessages['names'] = {
  settings: '設定',
  dns: 'DNS',
  connect: '接続',
  tls: 'TLS',
  token: 'トークン',
  request: 'リクエスト',
  clock: '時計',
};

export const doctor: DoctorMessages = {
  summary: 'jobtrack が動かない原因を調べます',
  examples: {
    all: '設定、ネットワーク、トークン、時計を調べ、対処法を示します',
    url: '別のアドレスを調べます',
    failed: '失敗したものだけを、プログラム向けに出力します',
  },
  names,
  states: { ok: '正常', warning: '警告', failed: '失敗', skipped: '省略' },
  notReached: (failed) => `未確認: ${names[failed]}で失敗したため`,
  proxy: (proxy, host) => `${proxy}（${host} へのプロキシ）`,
  addresses: (host, addresses) => `${host} は ${addresses}`,
  isAddress: (host) => `${host} は IP アドレスなので名前解決は不要です`,
  noAddress: (host, reason) => `${host} が見つかりません: ${reason}`,
  dnsTodo: 'ホスト名のつづりと、DNS や VPN を確認してください。',
  connected: (address, port) => `${address}、ポート ${port}`,
  notConnected: (host, port, reason) => `${host} のポート ${port} に接続できません: ${reason}`,
  refusedTodo: (port) =>
    `ポート ${port} で待ち受けがありません。ポートを確認するか、サーバーを起動してください。`,
  unreachableTodo: 'ネットワーク、VPN、ファイアウォールを確認してください。',
  secure: (protocol, until) => `${protocol}、証明書は ${until} まで有効`,
  notSecure: (reason) => `安全な接続ができません: ${reason}`,
  noTls: '未使用: URL が http です',
  noTlsTodo: 'トークンを途中で読まれるおそれがあります。https の URL を使ってください。',
  tlsInTunnel: 'プロキシのトンネル内なので、リクエストで確認します',
  tlsTodo: 'ポートを確認してください。TLS に対応していない可能性があります。',
  certificateSoonTodo: '証明書の期限が近づいています。サーバーの管理者に知らせてください。',
  certificateExpiredTodo:
    '証明書の期限が切れています。このマシンの時計を確認するか、管理者に知らせてください。',
  certificateHostTodo: '別のホストの証明書です。URL を確認してください。',
  certificateIssuerTodo:
    '発行者が不明です。NODE_EXTRA_CA_CERTS に CA のファイルを設定してください。',
  tokenAccepted: '受け付けられました',
  tokenNotNeeded: '設定されていませんが、求められませんでした',
  answered: (path) => `${path} が応答しました`,
  clockAgrees: (apart) => `サーバーとの差は ${apart}`,
  clockAhead: (apart) => `このマシンはサーバーより ${apart} 進んでいます`,
  clockBehind: (apart) => `このマシンはサーバーより ${apart} 遅れています`,
  clockUnknown: '未確認: サーバーが時刻を示しません',
  clockTodo: 'このマシンの時計をネットワークに合わせてください。--since と --until に影響します。',
};
