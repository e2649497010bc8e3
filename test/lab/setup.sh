#!/bin/sh
# What `make setup` installs. `setup.sh tools`: the commands that the lab, the demo and the benchmarks call.
# `setup.sh packages`: the npm packages, exactly as package-lock.json says, if they are not there already.
#
# A command that is there is left alone, whatever package it came from. As root on Debian or Ubuntu the missing
# ones are installed; nothing is removed or upgraded for them, and no daemon is left running that was not.
# Without root, or on another system, it says what to install and fails only if something is missing.
set -eu

# command:package. The names are Debian's; the commands are what counts.
NEEDS='dockerd:docker.io nft:nftables ip:iproute2 conntrack:conntrack busybox:busybox-static ping:iputils-ping curl:curl wrk:wrk iperf3:iperf3 wg:wireguard-tools wireguard-go:wireguard-go etcd:etcd-server etcdctl:etcd-client faketime:faketime mkfs.ext4:e2fsprogs'

PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin"
export PATH
POLICY=/usr/sbin/policy-rc.d

missing_commands() {
  for need in $NEEDS; do
    command -v "${need%%:*}" >/dev/null 2>&1 || printf '%s ' "${need%%:*}"
  done
}

missing_packages() {
  for need in $NEEDS; do
    command -v "${need%%:*}" >/dev/null 2>&1 || printf '%s ' "${need##*:}"
  done
}

check_node() {
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || {
    echo 'setup: Node.js 20.19 or later and npm are needed. Install them first: https://nodejs.org' >&2
    exit 1
  }
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' || {
    echo "setup: Node.js 20.19 or later is needed, this is $(node --version)" >&2
    exit 1
  }
}

is_debian() {
  [ -r /etc/os-release ] && command -v apt-get >/dev/null 2>&1 &&
    (. /etc/os-release && case " ${ID:-} ${ID_LIKE:-} " in *' debian '* | *' ubuntu '*) true ;; *) false ;; esac)
}

say_what_to_install() {
  echo "setup: missing: $(missing_commands)" >&2
  if is_debian; then
    echo "setup: not root. Run as root: apt-get install --no-remove $(missing_packages)" >&2
  else
    echo "setup: not Debian or Ubuntu. Install with your package manager what Debian calls: $(missing_packages)" >&2
  fi
  exit 1
}

# A package's own script would start its daemon. policy-rc.d is Debian's way to say no; one that is already there
# is its owner's business and stays as it is. Daemons that it let start are stopped again below.
forbid_daemons() {
  [ ! -e "$POLICY" ] || return 0
  printf '#!/bin/sh\n# Put here by make setup while it installs packages, and removed by it.\nexit 101\n' >"$POLICY"
  chmod 755 "$POLICY"
  trap 'rm -f "$POLICY"' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

UNITS='docker.socket docker.service containerd.service nftables.service etcd.service'

running_units() {
  [ -d /run/systemd/system ] || return 0
  for unit in $UNITS; do
    if systemctl is-active --quiet "$unit"; then printf '%s ' "$unit"; fi
  done
}

stop_new_units() {
  for unit in $(running_units); do
    case " $1 " in *" $unit "*) ;; *) systemctl stop "$unit" ;; esac
  done
}

# Not for curl and the like: a missing command is added, an older version of a present one is not our business.
apt_install() {
  DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 apt-get install --yes --quiet --no-remove \
    --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"
}

install_missing() {
  packages=$(missing_packages)
  echo "setup: installing $packages"
  running_before=$(running_units)
  forbid_daemons
  # shellcheck disable=SC2086 # one word per package
  if ! apt_install $packages; then
    # Package lists that are missing or too old are the usual cause, and the only one that we can mend.
    apt-get update --quiet
    apt_install $packages
  fi
  stop_new_units "$running_before"
  still_missing=$(missing_commands)
  [ -z "$still_missing" ] || {
    echo "setup: installed the packages, and still missing: $still_missing" >&2
    exit 1
  }
}

tools() {
  if [ -z "$(missing_commands)" ]; then
    echo 'setup: every command is there, nothing to install'
  elif [ "$(id -u)" = 0 ] && is_debian; then
    install_missing
  else
    say_what_to_install
  fi
}

packages() {
  if node test/lab/packages-current.mjs; then
    echo 'setup: the npm packages are there, nothing to install'
  else
    npm ci
  fi
}

cd "$(dirname "$0")/../.."
check_node
case "${1:-}" in
tools | packages) "$1" ;;
*)
  echo 'usage: setup.sh tools|packages' >&2
  exit 2
  ;;
esac
