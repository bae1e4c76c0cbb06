sala_search("p2","90Kwc6ouuf6tuuf/1zKG///////v7//6yv+")
