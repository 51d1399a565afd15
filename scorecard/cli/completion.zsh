#compdef scorecard

_scorecard_completion() {
    local line="${(j: :)words[1,CURRENT-1]} $PREFIX" each value help
    local -a answer named unfinished
    answer=("${(@f)$(
        _SCORECARD_COMPLETE=complete_zsh _TYPER_COMPLETE_ARGS=$line ${words[1]/#\~/$HOME} 2>/dev/null
    )}")
    [[ $PREFIX == --*=* ]] && compset -P 1 '*='
    for each in "${(@)answer[2,-1]}"; do
        value=${each%%$'\t'*} help=${each#*$'\t'}
        if [[ $value == *[=:] ]]; then
            unfinished+=("$value")
        else
            named+=("${value//:/\\:}${help:+:$help}")
        fi
    done
    (( $#named )) && _describe -V name named
    (( $#unfinished )) && compadd -S '' -a unfinished
    case $answer[1] in
        files) _files ;;
        folders) _files -/ ;;
    esac
}

# This file is either the body of a function that zsh has found, or sourced.
if [[ $funcstack[1] == _scorecard ]]; then
    _scorecard_completion "$@"
else
    compdef _scorecard_completion scorecard
fi
