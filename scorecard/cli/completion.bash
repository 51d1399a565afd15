_scorecard_completion() {
    # The line as it stands: in COMP_WORDS bash has broken it at @, = and : as well.
    local line=${COMP_LINE:0:COMP_POINT} each answer
    mapfile -t answer < <(
        _SCORECARD_COMPLETE=complete_bash _TYPER_COMPLETE_ARGS=$line "${1/#\~/$HOME}" 2>/dev/null
    )
    # What of the word bash takes for other words is not to be written again.
    local word=${line##*[[:space:]]}
    [[ $word == --*=* ]] && word=${word#*=}
    local before=${word%"$2"}
    COMPREPLY=()
    for each in "${answer[@]:1}"; do
        each=${each%%$'\t'*}
        COMPREPLY+=("${each#"$before"}")
    done
    case ${answer[0]} in
        folders) compopt -o dirnames ;;
        files)
            local paths
            mapfile -t paths < <(compgen -f -- "$2")
            if ((${#COMPREPLY[@]} == 0)); then
                compopt -o default
            elif ((${#paths[@]})); then
                compopt -o filenames
                COMPREPLY+=("${paths[@]}")
            fi
            ;;
    esac
    [[ ${COMPREPLY[0]-} == *[=:] ]] && compopt -o nospace
    return 0
}

complete -F _scorecard_completion scorecard
