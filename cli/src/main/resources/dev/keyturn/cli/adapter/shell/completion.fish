set -g __keyturn_table @TABLE@

# The names of all profiles as "keyturn status" lists them, one per line.
function __keyturn_profiles
    set -l config "$HOME/.aws/config"
    set -l credentials "$HOME/.aws/credentials"
    test -n "$AWS_CONFIG_FILE"; and set config $AWS_CONFIG_FILE
    test -n "$AWS_SHARED_CREDENTIALS_FILE"; and set credentials $AWS_SHARED_CREDENTIALS_FILE
    set -l names (begin
        test -r $config; and string replace -rf '^\[\s*(?:profile\s+([^\]]*?)|(default))\s*\].*' '$1$2' <$config
        test -r $credentials; and string replace -rf '^\[\s*([^\]]*?)\s*\].*' '$1' <$credentials | string replace -r '(.)-long-term$' '$1'
    end | string match -r '^[A-Za-z0-9_./%@:+-]+$')
    for name in $names
        set -l owner (string replace -r '(.)-(?:mfa|tools|default)$' '$1' -- $name)
        test $owner = $name; or not contains -- $owner $names; and echo $name
    end
end

# The candidates for the value $argv[1], one per line, each after $argv[2]; $argv[3] was typed.
function __keyturn_values
    switch "$argv[1]"
        case %profiles
            printf "$argv[2]%s\n" (__keyturn_profiles)
        case %commands
            __keyturn_first_words
        case %files
            __fish_complete_path "$argv[3]"
        case %any ''
        case '*'
            printf "$argv[2]%s\n" (string split ' ' -- $argv[1])
    end
end

function __keyturn_first_words
    set -l seen
    for row in $__keyturn_table
        set -l fields (string split -m 4 '|' -- $row)
        test $fields[1] = command; or continue
        set -l words (string split ' ' -- $fields[3])
        if test (count $words) -eq 1
            printf '%s\t%s\n' $words $fields[5]
        else if not contains -- $words[1] $seen
            set -a seen $words[1]
            echo $words[1]
        end
    end
end

# What follows the option or word $argv[3] of the command $argv[2].
function __keyturn_value -a kind name word
    for row in $__keyturn_table
        set -l fields (string split -m 4 '|' -- $row)
        test $fields[1] = $kind; and string match -q "*,$name,*" -- $fields[2]; or continue
        if contains -- $word (string split ' ' -- $fields[3]); or test "$kind:$fields[3]" = word:any
            echo $fields[4]
            return
        end
    end
end

# Prints the candidates for the last argument; the arguments are the words of a command line after "keyturn". Each line is
# a word, a tab and a description.
function __keyturn_candidates
    set -l words $argv[1..-2]
    set -l current $argv[-1]
    while string match -q -- '-*' $words[1]
        set -e words[1]
    end
    if test (count $words) -eq 0
        __keyturn_first_words
        return
    end
    set -l name $words[1]
    set -e words[1]
    if not string match -q -- "command||$name|*" $__keyturn_table
        if test (count $words) -eq 0
            for row in (string match -- "command||$name *" $__keyturn_table)
                set -l fields (string split -m 4 '|' -- $row)
                printf '%s\t%s\n' (string replace "$name " '' -- $fields[3]) $fields[5]
            end
            return
        end
        set name "$name $words[1]"
        set -e words[1]
    end
    set -l place 1
    set -l option
    for word in $words
        if test -n "$option"
            set option
        else if string match -q -- '-*=*' $word
        else if string match -q -- '-*' $word
            test -n "$(__keyturn_value option $name $word)"; and set option $word
        else
            set place (math $place + 1)
        end
    end
    if test -n "$option"
        __keyturn_values (__keyturn_value option $name $option) '' $current
    else if string match -q -- '--*=*' $current
        set -l parts (string split -m 1 = -- $current)
        __keyturn_values (__keyturn_value option $name $parts[1]) "$parts[1]=" $parts[2]
    else if string match -q -- '-*' $current
        for row in $__keyturn_table
            set -l fields (string split -m 4 '|' -- $row)
            test $fields[1] = option; and string match -q "*,$name,*" -- $fields[2]; or continue
            printf '%s\t%s\n' (string split ' ' -- $fields[3])[-1] $fields[5]
        end
    else
        __keyturn_values (__keyturn_value word $name $place) '' $current
    end
end

# The words of the line up to the cursor, without "keyturn".
function __keyturn_complete
    set -l words (commandline -opc)
    set -l dashes (contains -i -- -- $words)
    if test "$words[2]" = exec -a -n "$dashes"
        complete -C (string join ' ' -- (string escape -- $words[(math $dashes + 1)..-1]) (commandline -ct))
    else
        __keyturn_candidates $words[2..-1] (commandline -ct)
    end
end

complete -e -c keyturn
complete -c keyturn -f -a '(__keyturn_complete)'
