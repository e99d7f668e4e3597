# MSP Desk. `make help` lists what there is.
PREFIX ?= /usr/local
SWIFT ?= swift
PROGRAM = .build/release/mspdesk

.DEFAULT_GOAL := help
.PHONY: help run build test journeys lint unit install uninstall clean setup setup-test bench bench-find soak order

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## Build, make a practice register if there is none, and open the full screen
	@$(PROGRAM) demo

setup: ## Install what building needs and this machine lacks
	@sh .ci/need libncurses-dev libsqlite3-dev

setup-test: setup
	@sh .ci/need tmux

# Each function in a section of its own, so that the linker can put side by side those that are used (Package.swift).
RELEASE = -c release --static-swift-stdlib -Xswiftc -Xfrontend -Xswiftc -function-sections

build: setup ## Build the release program, the Swift runtime linked statically
	@$(SWIFT) build $(RELEASE) --product mspdesk

lint: ## Check format and style
	@$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

unit: setup ## Test what needs no built program
	@$(SWIFT) test --skip '^Journeys\.'

# The journeys apart from the unit tests: among a thousand of them, a person at a terminal would wait minutes for a turn.
# And through the program that was built with the unit tests: a release build takes as long as all of the rest.
test: setup-test lint unit ## Lint, unit tests, and journeys in a real terminal
	@MSPDESK_PROGRAM=$(CURDIR)/.build/debug/mspdesk $(SWIFT) test --skip-build --filter '^Journeys\.'

journeys: setup-test build ## The same journeys through the release program
	@MSPDESK_PROGRAM=$(CURDIR)/$(PROGRAM) $(SWIFT) test --filter '^Journeys\.'

# Looked at anew each time: a file that was added to the program would not be seen otherwise.
BENCHMARKS = Tests/Benchmarks/Package.swift

bench: build ## Measure what staff feel, each figure beside its goal: PEOPLE, RUNS and CONTACTS change how much
	@touch $(BENCHMARKS)
	@$(SWIFT) build -c release --package-path Tests/Benchmarks --product bench
	@MSPDESK_PROGRAM=$(CURDIR)/$(PROGRAM) Tests/Benchmarks/.build/release/bench

# The Febrl files stand beside the checkout; FEBRL names another place.
FEBRL ?= $(abspath ../shared/data)
PEOPLE ?= 200000
# REGISTER keeps the register of PEOPLE there for the next run, which then measures no building.
bench-find: build ## Measure finding people: speed in a register of PEOPLE (10000000 for the full size), then accuracy
	@touch $(BENCHMARKS)
	@$(SWIFT) build -c release --package-path Tests/Benchmarks
	@FEBRL="$(FEBRL)" PEOPLE="$(PEOPLE)" MSPDESK_PROGRAM="$(CURDIR)/$(PROGRAM)" \
		Tests/Benchmarks/.build/release/bench-find

# SEED replays; PARTS picks among kills, keys, lines, terminal, fuzz and fleet; KILLS, KEYS, ANSWERS (of the lines),
# TERMINAL_KEYS, MUTATIONS, PROCESSES and MINUTES (of the fleet) set how long. What is found is printed with the command
# that finds it again; the terminal's part alone depends on time too.
soak: build ## Look for what breaks, for an hour or more: kills, keys, damaged files, crowds; SEED=, PARTS=, MINUTES=
	@touch $(BENCHMARKS)
	@$(SWIFT) build -c release --package-path Tests/Benchmarks --product soak
	@CHECKOUT="$(CURDIR)" SEED="$(SEED)" PARTS="$(PARTS)" KILLS="$(KILLS)" KEYS="$(KEYS)" ANSWERS="$(ANSWERS)" \
		TERMINAL_KEYS="$(TERMINAL_KEYS)" MUTATIONS="$(MUTATIONS)" PROCESSES="$(PROCESSES)" MINUTES="$(MINUTES)" Tests/Benchmarks/.build/release/soak

order: build ## Record which functions the program uses, so that the linker puts them side by side (needs valgrind)
	@.ci/layout/record "$(PROGRAM)"
	@rm -f "$(PROGRAM)"

install: build ## Install program, content, themes, manual page and completions under PREFIX
	@sh .ci/install "$(PROGRAM)" "$(DESTDIR)$(PREFIX)"

uninstall: ## Remove what install put there
	rm -rf "$(DESTDIR)$(PREFIX)/bin/mspdesk" "$(DESTDIR)$(PREFIX)/share/mspdesk" \
		"$(DESTDIR)$(PREFIX)/share/man/man1/mspdesk.1" \
		"$(DESTDIR)$(PREFIX)/share/bash-completion/completions/mspdesk" \
		"$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_mspdesk" \
		"$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/mspdesk.fish"

clean: ## Remove everything that was built
	rm -rf .build
