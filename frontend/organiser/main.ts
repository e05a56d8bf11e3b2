/** The organiser's pages work without script; what makes them nicer starts here. */

export {};
