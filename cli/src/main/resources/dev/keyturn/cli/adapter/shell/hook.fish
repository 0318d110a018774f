# Keyturn's hook, printed by "keyturn shell init fish". Sourcing it starts no process, and can be repeated.
#   aws_env PROFILE    switches this shell to the profile's session; asks for an MFA code if needed
#   aws_env            shows the session of this shell
#   aws_env --clear    removes it
# KEYTURN_PROMPT contains "PROFILE TIME-LEFT" for your fish_prompt: test -n "$KEYTURN_PROMPT"; and echo "[$KEYTURN_PROMPT] "

set -g __keyturn @PROGRAM@

# The seconds that AWS_CREDENTIAL_EXPIRATION is away; fails if it is not a time. The days are those of the Julian day
# number; the current time is that of a file plus its age, which needs no process.
function __keyturn_seconds_left
    set -l end (string match -r '^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$' -- "$AWS_CREDENTIAL_EXPIRATION")
    or return
    set -l shift (math "floor((14 - $end[3]) / 12)")
    set -l year (math "$end[2] + 4800 - $shift")
    set -l month (math "$end[3] + 12 * $shift - 3")
    set -l days (math "$end[4] + floor((153 * $month + 2) / 5) + 365 * $year + floor($year / 4) - floor($year / 100) + floor($year / 400) - 32045 - 2440588")
    set -l now
    if builtin -q path
        set now (math (path mtime /) + (path mtime --relative /))
    else
        set now (date +%s)
    end
    math "$days * 86400 + $end[5] * 3600 + $end[6] * 60 + $end[7] - $now"
end

# Seconds as a person reads them.
function __keyturn_time_left
    set -l minutes (math "floor(($argv[1] + 59) / 60)")
    if test $argv[1] -le 0
        echo expired
    else if test $argv[1] -lt 60
        echo $argv[1]s
    else if test $minutes -lt 60
        echo {$minutes}m
    else
        echo (math "floor($minutes / 60)")h (math "$minutes % 60")m
    end
end

function __keyturn_say
    if test -z "$KEYTURN_PROFILE"
        echo 'no session in this shell; aws_env PROFILE gets one'
        return
    end
    set -l left (__keyturn_seconds_left)
    if test -z "$left"
        echo "$KEYTURN_PROFILE: long-term keys"
    else if test $left -le 0
        echo "$KEYTURN_PROFILE: the session has expired; to renew it: aws_env $KEYTURN_PROFILE"
        return 1
    else
        echo "$KEYTURN_PROFILE: a session for" (__keyturn_time_left $left)
    end
end

function aws_env --description 'Switch this shell to a profile\'s AWS session'
    switch "$argv[1]"
        case ''
            __keyturn_say
        case --clear
            set -l variables (command $__keyturn env --format fish --unset)
            or return
            printf '%s\n' $variables | source
            __keyturn_segment
            echo 'session removed from this shell'
        case '*'
            set -l variables (command $__keyturn env $argv --format fish)
            or return
            if string match -q 'set -gx AWS_ACCESS_KEY_ID *' -- $variables
                printf '%s\n' $variables | source
                __keyturn_say
            else
                # Help, or the output of another option.
                printf '%s\n' $variables
            end
    end
end

function __keyturn_segment --on-event fish_prompt
    set -g KEYTURN_PROMPT $KEYTURN_PROFILE
    test -n "$KEYTURN_PROFILE"
    or return 0
    set -l left (__keyturn_seconds_left)
    or return 0
    set -l text (__keyturn_time_left $left)
    set -g KEYTURN_PROMPT "$KEYTURN_PROFILE "(string split -f 1 ' ' -- $text)
    if test $left -gt 0 -a $left -le 600 -a "$__keyturn_noticed" != "$AWS_CREDENTIAL_EXPIRATION"
        set -g __keyturn_noticed $AWS_CREDENTIAL_EXPIRATION
        echo "keyturn: the session of $KEYTURN_PROFILE ends in $text; to renew it: aws_env $KEYTURN_PROFILE --min-remaining 15m" >&2
    end
end

complete -e -c aws_env
complete -c aws_env -f -a '--clear (__keyturn_profiles)'
