/** For Windows PowerShell 5.1 and PowerShell 7. Before 7.3 an empty argument gets through only when it is quoted twice. */
export const powershell = `Register-ArgumentCompleter -Native -CommandName jobtrack -ScriptBlock {
    param($current, $ast, $cursor)
    if (-not (Get-Command jobtrack -ErrorAction SilentlyContinue)) { return }
    $before = @($ast.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursor } |
        ForEach-Object {
            $isText = $_ -is [System.Management.Automation.Language.StringConstantExpressionAst]
            if ($isText) { $_.Value } else { $_.Extent.Text }
        })
    $passing = Get-Variable PSNativeCommandArgumentPassing -ValueOnly -ErrorAction Ignore
    if ($current -eq '' -and $passing -in $null, 'Legacy') { $current = '""' }
    jobtrack __complete '--' @before $current 2>$null | ForEach-Object {
        $value, $description = $_ -split [char]9, 2
        if ($value -eq ':files') { return }
        if (-not $description) { $description = $value }
        $text = if ($value -match '\\s') { "'$value'" } else { $value }
        [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $description)
    }
}
`;
