# Every target installs what it needs. `make help` lists them; test/lab/setup.sh says what `setup` may install.

TSC := node_modules/.bin/tsc
RUN := node dist/test/run.js

.DEFAULT_GOAL := help
.PHONY: help setup tools packages build gen check test mutants sim sim-mutants sim-cluster demo bench soak
# The targets share node_modules and dist, so they run one after the other even under `make -j`.
.NOTPARALLEL:

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: tools build ## install missing commands (as root on Debian or Ubuntu) and npm packages, then build

tools:
	@test/lab/setup.sh tools

packages:
	@test/lab/setup.sh packages

build: packages ## compile everything to dist/
	@$(TSC) -b
	@node cli/bundle.mjs

gen: packages ## make the generated protocol code again
	@node proto/generator/generate.mjs

check: build ## lint, types, layering, generated code, fast tests
	@$(RUN) check

test: build ## check, then the lab and everything else; what CI runs
	@test/lab/setup.sh tools || echo 'test: going on; tests that need those commands are skipped, and counted'
	@$(RUN) test

soak: setup ## what takes hours: long cuts, idle connections, many updates, many leaders killed (ONLY='words of a title')
	@$(RUN) soak $(if $(ONLY),'$(ONLY)')

mutants: build ## bugs planted in the Raft package, one at a time: a test must fail for each (ONLY='words of one')
	@node dist/test/mutants/main.js $(if $(ONLY),'$(ONLY)')

SIM_OPTIONS := SEEDS EVENTS FIRST_SEED FAULTS SHRINK
sim: build ## bad days of Raft (SEEDS=300 EVENTS=20000 FIRST_SEED=1; FAULTS=crash,loss; SHRINK=1: a failing run made smaller)
	@node dist/test/sim/raft/main.js $(foreach name,$(SIM_OPTIONS),$(if $($(name)),$(name)=$($(name))))

sim-mutants: build ## bugs planted for the simulation of Raft: how soon each is found (SEEDS=300)
	@node dist/test/sim/raft/mutants.js $(or $(SEEDS),300)

sim-cluster: build ## bad days of whole simulated clusters (SEED=1 RUNS=100: which, how many; VERBOSE=1: what programs log)
	@node dist/test/sim/main.js $(or $(SEED),1) $(or $(RUNS),100) $(VERBOSE)

demo: setup ## a cluster of three real hosts at work, in a lab on this machine (KEEP=1 leaves it up)
	@node dist/test/demo/main.js $(if $(KEEP),--keep)

bench: setup ## measure (ONLY=name: one benchmark); results also go to bench-results.txt
	@node dist/test/bench/main.js $(ONLY)
