function __scorecard_completion
    set -l line (commandline -cp | string collect)
    set -l program (string replace -r '^~' $HOME -- (commandline -opc)[1])
    set -l answer (env _SCORECARD_COMPLETE=complete_fish _TYPER_COMPLETE_ARGS=$line $program 2>/dev/null)
    set -l paths $answer[1]
    set -e answer[1]
    # Of --option=word it is the whole that is completed.
    set -l option (string match -r -- '^--[^=]*=' (commandline -ct))
    set -l word (string replace -r -- '^--[^=]*=' '' (commandline -ct))
    switch "$paths"
        case files
            set -a answer (__fish_complete_path $word)
        case folders
            set -a answer (__fish_complete_directories $word '')
    end
    for each in $answer
        echo "$option$each"
    end
end

complete --command scorecard --no-files --arguments '(__scorecard_completion)'
