/** For fish 3.1 and later. */
export const fish = `function __jobtrack_complete
    command -q jobtrack; or return
    set -l before (commandline -opc)
    set -e before[1]
    set -l current (commandline -ct | string replace -ra '["\\'\\\\\\\\]' '')
    for line in (jobtrack __complete -- $before "$current" 2>/dev/null)
        if test "$line" = :files
            set -l option (string match -r -- '^--[^=]+=' "$current")
            for file in (__fish_complete_path (string replace -- "$option" '' "$current"))
                echo -- "$option$file"
            end
        else
            echo -- "$line"
        end
    end
end
complete -c jobtrack -e
complete -c jobtrack -k -f -a '(__jobtrack_complete)'
`;
