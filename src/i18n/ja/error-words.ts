import type {
  Allowed,
  ErrorText,
  RequiredSetting,
  StoreRefusal,
  UnsafeReason,
} from '../../errors/index.js';

const EXAMPLE_GUID = 'cc0e8400-e29b-41d4-a716-446655440000';

/** What a value should have been, as the object of "please give". */
export function expected(allowed: Allowed): string {
  switch (allowed.kind) {
    case 'choice':
      return `${allowed.choices.join(', ')} のいずれか`;
    case 'guid':
      return `GUID（例: ${EXAMPLE_GUID}）`;
    case 'duration':
      return `500ms、30s、15m、2h、1h30m のような時間の長さ${allowed.atLeastMs === undefined ? '' : `（${allowed.atLeastMs}ms 以上）`}`;
    case 'time':
      if (allowed.notBefore !== undefined) return `${allowed.notBefore} 以降の日時`;
      return 'RFC 3339 の日時（2024-01-20T10:30:00Z）、さかのぼる長さ（15m）、today、yesterday のいずれか';
    case 'integer':
      return allowed.max === undefined
        ? `${allowed.min} 以上の整数`
        : `${allowed.min} から ${allowed.max} までの整数`;
    case 'url':
      return 'ユーザー名、パスワード、クエリ、フラグメントを含まない http または https のアドレス';
    case 'timezone':
      return 'utc、local、または Europe/Istanbul のような IANA タイムゾーン';
    case 'text':
      return '空でない文字列';
    case 'token':
      return '表示可能な ASCII 文字だけの 1 行のトークン';
    case 'command':
      return 'プログラムとその引数（引用符はすべて閉じる）';
    case 'regex':
      return `正しい正規表現（${allowed.reason}）`;
  }
}

/** The name of a setting inside a sentence. */
export const settingNames: Record<RequiredSetting, string> = {
  url: 'URL（url）',
  tenant: 'テナント（tenant）',
  project: 'プロジェクト（project）',
  job: 'ジョブ ID',
};

/** How a missing setting can be given. */
export const settingWays: Record<RequiredSetting, string> = {
  url: '--url を指定するか、JOBTRACK_URL を設定するか、次を実行してください: jobtrack login',
  tenant:
    '--tenant を指定するか、JOBTRACK_TENANT を設定するか、次を実行してください: jobtrack login',
  project:
    '--project を指定するか、JOBTRACK_PROJECT を設定するか、次を実行してください: jobtrack login',
  job: 'ジョブ ID を引数で指定するか、JOBTRACK_JOB を設定するか、プロジェクトの .jobtrackrc に "job" を書いてください。',
};

/** Why a file with a token is not used. */
export const unsafeReasons: Record<UnsafeReason, string> = {
  'readable-by-others': 'このマシンのほかのユーザーが読めます',
  'owned-by-other': 'ほかのユーザーのファイルです',
  'not-a-file': '通常のファイルではありません',
};

/** Why the server's database is not opened, and what to do. */
export const storeRefusals: Record<StoreRefusal, Required<ErrorText>> = {
  'in-use': {
    what: 'このデータベースはほかのプロセスが開いています',
    todo: '実行中のサーバーを使うか、停止するか、--db で別のファイルを指定してください。',
  },
  newer: {
    what: 'このデータベースは、より新しいバージョンの jobtrack が書いたものです',
    todo: 'そのバージョンをインストールするか、--db で別のファイルを指定してください。',
  },
  foreign: {
    what: 'このファイルは jobtrack のデータベースではありません',
    todo: 'ファイルには手を加えていません。--db で別のファイルを指定してください。',
  },
  damaged: {
    what: 'このデータベースは壊れています',
    todo: 'バックアップを戻すか、--db で別のファイルを指定してください。',
  },
  'not-a-file': {
    what: '通常のファイルではありません',
    todo: '--db で別のファイルを指定してください。',
  },
};
