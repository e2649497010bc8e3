/**
 * What a shell reads to complete swarmctl: each script asks `swarmctl __complete` with the words so far, and
 * offers the lines of its answer. A line is a candidate and, after a tab, what it means.
 */

/** An answer that asks the shell to offer files. */
export const FILES = ':files';

const BASH = `# bash completion of swarmctl. To have it in every shell: swarmctl completion bash > /etc/bash_completion.d/swarmctl
_swarmctl() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == ${FILES} ]]; then compopt -o default 2>/dev/null; continue; fi
    COMPREPLY+=("\${line%%$'\\t'*}")
  done < <("\${COMP_WORDS[0]}" __complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
}
complete -F _swarmctl swarmctl
`;

const ZSH = `#compdef swarmctl
# zsh completion of swarmctl. To have it in every shell: swarmctl completion zsh > "\${fpath[1]}/_swarmctl"
_swarmctl() {
  local -a candidates
  local line value
  for line in "\${(@f)$("\${words[1]}" __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -z $line ]] && continue
    if [[ $line == ${FILES} ]]; then _files; return; fi
    value="\${line%%$'\\t'*}"
    candidates+=("\${value//:/\\\\:}:\${line#*$'\\t'}")
  done
  (( \${#candidates} )) && _describe swarmctl candidates
}
compdef _swarmctl swarmctl
`;

const FISH = `# fish completion of swarmctl. To have it in every shell: swarmctl completion fish > ~/.config/fish/completions/swarmctl.fish
function __swarmctl_complete
  set -l words (commandline -opc) (commandline -ct)
  for line in ($words[1] __complete $words[2..-1] 2>/dev/null)
    if test "$line" = '${FILES}'
      __fish_complete_path (commandline -ct)
    else
      echo $line
    end
  end
end
complete -c swarmctl -f -a '(__swarmctl_complete)'
`;

export const COMPLETION_SCRIPTS: Readonly<Record<string, string>> = { bash: BASH, zsh: ZSH, fish: FISH };
